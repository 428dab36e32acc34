import Feed

/// A member in a remark.
public enum Who: Hashable, Sendable {
  case slot(MemberSlot)
  /// A member that no row stands for.
  case other
}
