extension GroupPicture {
  /// A member's `session.timeout.ms`: its own where it has told it, else the group's; nil where
  /// that is not known.
  public func sessionTimeoutMs(of slot: MemberSlot) -> Int64? {
    self[slot].terms.map { Int64($0.sessionTimeoutMs) } ?? facts?.number("session.timeout.ms")
  }
}
