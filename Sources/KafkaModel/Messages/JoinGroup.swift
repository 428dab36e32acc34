/// Asks to be (or stay) a member; parked until the join phase completes.
public struct JoinGroupRequest: Hashable, Sendable {
  public var groupId: GroupId
  public var sessionTimeoutMs: Int32
  /// v1+: how long the others may wait for this member (`max.poll.interval.ms`); -1 below.
  public var rebalanceTimeoutMs: Int32
  /// Empty on the first try.
  public var memberId: MemberId
  /// v5+ (KIP-345).
  public var groupInstanceId: InstanceId?
  public var protocolType: String
  /// In order of preference.
  public var protocols: [JoinGroupRequest.GroupProtocol]
  /// v8+ (KIP-800).
  public var reason: String?

  public init(
    groupId: GroupId, sessionTimeoutMs: Int32, rebalanceTimeoutMs: Int32 = -1,
    memberId: MemberId = "", groupInstanceId: InstanceId? = nil,
    protocolType: String = "consumer", protocols: [JoinGroupRequest.GroupProtocol] = [],
    reason: String? = nil
  ) {
    self.groupId = groupId
    self.sessionTimeoutMs = sessionTimeoutMs
    self.rebalanceTimeoutMs = rebalanceTimeoutMs
    self.memberId = memberId
    self.groupInstanceId = groupInstanceId
    self.protocolType = protocolType
    self.protocols = protocols
    self.reason = reason
  }
}

extension JoinGroupRequest {
  /// An assignor's name and the bytes it wants the leader to see.
  public struct GroupProtocol: Hashable, Sendable {
    public var name: String
    public var metadata: [UInt8]

    public init(
      name: String, metadata: [UInt8]
    ) {
      self.name = name
      self.metadata = metadata
    }
  }
}

/// The new generation; for the leader also the members. On errors generation -1.
public struct JoinGroupResponse: Hashable, Sendable {
  public var throttleTimeMs: Int32
  public var errorCode: ErrorCode
  public var generationId: Generation
  /// v7+.
  public var protocolType: String?
  public var protocolName: String?
  public var leader: MemberId
  /// v9+ (KIP-814).
  public var skipAssignment: Bool
  public var memberId: MemberId
  /// For the leader only.
  public var members: [JoinGroupResponse.Member]

  public init(
    throttleTimeMs: Int32 = 0, errorCode: ErrorCode = .none, generationId: Generation = .none,
    protocolType: String? = nil, protocolName: String? = nil, leader: MemberId = "",
    skipAssignment: Bool = false, memberId: MemberId = "",
    members: [JoinGroupResponse.Member] = []
  ) {
    self.throttleTimeMs = throttleTimeMs
    self.errorCode = errorCode
    self.generationId = generationId
    self.protocolType = protocolType
    self.protocolName = protocolName
    self.leader = leader
    self.skipAssignment = skipAssignment
    self.memberId = memberId
    self.members = members
  }
}

extension JoinGroupResponse {
  /// One member as the leader sees it.
  public struct Member: Hashable, Sendable {
    public var memberId: MemberId
    public var groupInstanceId: InstanceId?
    public var metadata: [UInt8]

    public init(
      memberId: MemberId, groupInstanceId: InstanceId? = nil, metadata: [UInt8] = []
    ) {
      self.memberId = memberId
      self.groupInstanceId = groupInstanceId
      self.metadata = metadata
    }
  }
}
