/// From the leader: the plan; from the others: a request for their part of it.
public struct SyncGroupRequest: Hashable, Sendable {
  public var groupId: GroupId
  public var generationId: Generation
  public var memberId: MemberId
  /// v3+.
  public var groupInstanceId: InstanceId?
  /// v5+.
  public var protocolType: String?
  /// v5+.
  public var protocolName: String?
  public var assignments: [SyncGroupRequest.Assignment]

  public init(
    groupId: GroupId, generationId: Generation, memberId: MemberId,
    groupInstanceId: InstanceId? = nil, protocolType: String? = nil, protocolName: String? = nil,
    assignments: [SyncGroupRequest.Assignment] = []
  ) {
    self.groupId = groupId
    self.generationId = generationId
    self.memberId = memberId
    self.groupInstanceId = groupInstanceId
    self.protocolType = protocolType
    self.protocolName = protocolName
    self.assignments = assignments
  }
}

extension SyncGroupRequest {
  /// What one member gets, as ConsumerProtocolAssignment bytes.
  public struct Assignment: Hashable, Sendable {
    public var memberId: MemberId
    public var assignment: [UInt8]

    public init(
      memberId: MemberId, assignment: [UInt8]
    ) {
      self.memberId = memberId
      self.assignment = assignment
    }
  }
}

/// The member's own assignment.
public struct SyncGroupResponse: Hashable, Sendable {
  public var throttleTimeMs: Int32
  public var errorCode: ErrorCode
  public var protocolType: String?
  public var protocolName: String?
  public var assignment: [UInt8]

  public init(
    throttleTimeMs: Int32 = 0, errorCode: ErrorCode = .none, protocolType: String? = nil,
    protocolName: String? = nil, assignment: [UInt8] = []
  ) {
    self.throttleTimeMs = throttleTimeMs
    self.errorCode = errorCode
    self.protocolType = protocolType
    self.protocolName = protocolName
    self.assignment = assignment
  }
}
