import Feed
import Screen

/// What a row shows in place of its owner.
public enum RowMark: Hashable, Sendable {
  /// Not to be seen yet.
  case hidden
  case guessed(MemberSlot)
  /// The assignor has not come to it.
  case open
  /// The assignor has given it; `isNew`: just now.
  case dealt(MemberSlot, isNew: Bool)
  /// It would go to another member, and its owner has it still.
  case withheld(MemberSlot?, isNew: Bool)

  var owner: MemberSlot? {
    switch self {
    case .hidden, .open: nil
    case .guessed(let slot), .dealt(let slot, _): slot
    case .withheld(let slot, _): slot
    }
  }
}
