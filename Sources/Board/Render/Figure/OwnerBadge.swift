import Feed
import Screen

/// Three columns that say who owns a partition and whether it is read.
struct OwnerBadge {
  let text: String
  let role: Role

  init(_ partition: PartitionPicture) {
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
