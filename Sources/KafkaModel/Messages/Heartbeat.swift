/// A sign of life that keeps the member's session.
public struct HeartbeatRequest: Hashable, Sendable {
  public var groupId: GroupId
  public var generationId: Generation
  public var memberId: MemberId
  /// v3+.
  public var groupInstanceId: InstanceId?

  public init(
    groupId: GroupId, generationId: Generation, memberId: MemberId,
    groupInstanceId: InstanceId? = nil
  ) {
    self.groupId = groupId
    self.generationId = generationId
    self.memberId = memberId
    self.groupInstanceId = groupInstanceId
  }
}

/// NONE, or what the member must do.
public struct HeartbeatResponse: Hashable, Sendable {
  public var throttleTimeMs: Int32
  public var errorCode: ErrorCode

  public init(
    throttleTimeMs: Int32 = 0, errorCode: ErrorCode = .none
  ) {
    self.throttleTimeMs = throttleTimeMs
    self.errorCode = errorCode
  }
}
