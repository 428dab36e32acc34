/// Members that go (a batch since v3; below exactly one).
public struct LeaveGroupRequest: Hashable, Sendable {
  public var groupId: GroupId
  public var members: [LeaveGroupRequest.Member]

  public init(
    groupId: GroupId, members: [LeaveGroupRequest.Member]
  ) {
    self.groupId = groupId
    self.members = members
  }
}

extension LeaveGroupRequest {
  /// One that goes.
  public struct Member: Hashable, Sendable {
    public var memberId: MemberId
    public var groupInstanceId: InstanceId?
    /// v5+.
    public var reason: String?

    public init(
      memberId: MemberId, groupInstanceId: InstanceId? = nil, reason: String? = nil
    ) {
      self.memberId = memberId
      self.groupInstanceId = groupInstanceId
      self.reason = reason
    }
  }
}

/// One verdict for the request, and since v3 one a member.
public struct LeaveGroupResponse: Hashable, Sendable {
  public var throttleTimeMs: Int32
  public var errorCode: ErrorCode
  public var members: [LeaveGroupResponse.Member]

  public init(
    throttleTimeMs: Int32 = 0, errorCode: ErrorCode = .none,
    members: [LeaveGroupResponse.Member] = []
  ) {
    self.throttleTimeMs = throttleTimeMs
    self.errorCode = errorCode
    self.members = members
  }
}

extension LeaveGroupResponse {
  /// The verdict for one.
  public struct Member: Hashable, Sendable {
    public var memberId: MemberId
    public var groupInstanceId: InstanceId?
    public var errorCode: ErrorCode

    public init(
      memberId: MemberId, groupInstanceId: InstanceId? = nil, errorCode: ErrorCode = .none
    ) {
      self.memberId = memberId
      self.groupInstanceId = groupInstanceId
      self.errorCode = errorCode
    }
  }
}
