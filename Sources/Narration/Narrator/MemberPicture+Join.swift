import Feed

extension MemberPicture {
  /// It has done its part of the join phase: the coordinator holds its JoinGroup, or, where the
  /// coordinator's side is not seen, it has sent one and reaches the brokers.
  public var hasSentJoin: Bool { hasJoined || (doing == .joining && isConnected && isRunning) }
}
