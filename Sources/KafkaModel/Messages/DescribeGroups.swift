/// Asks for the groups' states and members.
public struct DescribeGroupsRequest: Hashable, Sendable {
  public var groups: [GroupId]
  public var includeAuthorizedOperations: Bool

  public init(
    groups: [GroupId], includeAuthorizedOperations: Bool = false
  ) {
    self.groups = groups
    self.includeAuthorizedOperations = includeAuthorizedOperations
  }
}

/// The groups.
public struct DescribeGroupsResponse: Hashable, Sendable {
  public var throttleTimeMs: Int32
  public var groups: [DescribeGroupsResponse.Group]

  public init(
    throttleTimeMs: Int32 = 0, groups: [DescribeGroupsResponse.Group] = []
  ) {
    self.throttleTimeMs = throttleTimeMs
    self.groups = groups
  }
}

extension DescribeGroupsResponse {
  /// One group.
  public struct Group: Hashable, Sendable {
    public var errorCode: ErrorCode
    /// v6+.
    public var errorMessage: String?
    public var groupId: GroupId
    public var groupState: String
    public var protocolType: String
    /// The assignor; empty outside Stable.
    public var protocolData: String
    public var members: [Member]
    public var authorizedOperations: Int32

    public init(
      errorCode: ErrorCode = .none, errorMessage: String? = nil, groupId: GroupId,
      groupState: String = "", protocolType: String = "", protocolData: String = "",
      members: [Member] = [], authorizedOperations: Int32 = Int32.min
    ) {
      self.errorCode = errorCode
      self.errorMessage = errorMessage
      self.groupId = groupId
      self.groupState = groupState
      self.protocolType = protocolType
      self.protocolData = protocolData
      self.members = members
      self.authorizedOperations = authorizedOperations
    }
  }

  /// One member; the old assignment stays while a rebalance runs.
  public struct Member: Hashable, Sendable {
    public var memberId: MemberId
    public var groupInstanceId: InstanceId?
    public var clientId: ClientId
    public var clientHost: String
    public var memberMetadata: [UInt8]
    public var memberAssignment: [UInt8]

    public init(
      memberId: MemberId, groupInstanceId: InstanceId? = nil, clientId: ClientId = "",
      clientHost: String = "", memberMetadata: [UInt8] = [], memberAssignment: [UInt8] = []
    ) {
      self.memberId = memberId
      self.groupInstanceId = groupInstanceId
      self.clientId = clientId
      self.clientHost = clientHost
      self.memberMetadata = memberMetadata
      self.memberAssignment = memberAssignment
    }
  }
}
