import Feed
import Screen

/// Three columns that say who owns a partition and whether it is read.
struct OwnerBadge {
  let text: String
  let role: Role
  let owner: MemberSlot?

  /// - Parameter mark: what is shown in place of the owner.
  init(_ partition: PartitionPicture, _ mark: RowMark?) {
    let shown = partition.shownOwner
    let intruder = partition.intruder.flatMap { $0 == shown ? Self(intruder: $0) : nil }
    self = mark.map(Self.init) ?? intruder ?? Self(partition)
  }

  /// Reads without being the owner.
  init(intruder: MemberSlot) {
    owner = intruder
    (text, role) = ("!\(intruder.letter)!", .warning)
  }

  private init(_ mark: RowMark) {
    owner = mark.owner
    let letter = owner?.letter ?? " "
    let hue = Role.ownerBadge(Hue(owner: owner?.index ?? 0))
    switch mark {
    case .hidden: (text, role) = (" ? ", .quiet)
    case .guessed: (text, role) = (" \(letter)?", .strong)
    case .open: (text, role) = (" . ", .faint)
    case .dealt(_, let isNew): (text, role) = ("(\(letter))", isNew ? .changed : hue)
    case .withheld(_, let isNew): (text, role) = ("~\(letter)~", isNew ? .changed : .warning)
    }
  }

  private init(_ partition: PartitionPicture) {
    owner = partition.shownOwner
    let letter = partition.shownOwner?.letter ?? " "
    let hue = Role.ownerBadge(Hue(owner: partition.shownOwner?.index ?? 0))
    switch partition.status {
    case .read: (text, role) = ("[\(letter)]", hue)
    case .revoking: (text, role) = ("~\(letter)~", hue)
    case .assigned: (text, role) = ("(\(letter))", .notRead)
    case .ghost: (text, role) = ("░\(letter)░", .notRead)
    case .nobody: (text, role) = ("[ ]", .notRead)
    case .unknown: (text, role) = (letter == " " ? " ? " : " \(letter)?", .quiet)
    }
  }
}
