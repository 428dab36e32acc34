/// Names the groups that a broker coordinates.
public struct ListGroupsRequest: Hashable, Sendable {
  /// Names of states; none = any (since version 4).
  public var statesFilter: [String]
  /// `classic`, `consumer`; none = any (since version 5).
  public var typesFilter: [String]

  public init(statesFilter: [String] = [], typesFilter: [String] = []) {
    self.statesFilter = statesFilter
    self.typesFilter = typesFilter
  }
}

/// The groups of the broker that was asked, of no other.
public struct ListGroupsResponse: Hashable, Sendable {
  public var throttleTimeMs: Int32
  public var errorCode: ErrorCode
  public var groups: [ListGroupsResponse.Group]

  public init(
    throttleTimeMs: Int32 = 0, errorCode: ErrorCode = .none,
    groups: [ListGroupsResponse.Group] = []
  ) {
    self.throttleTimeMs = throttleTimeMs
    self.errorCode = errorCode
    self.groups = groups
  }
}

extension ListGroupsResponse {
  /// A group in a few words.
  public struct Group: Hashable, Sendable {
    public var groupId: GroupId
    /// `consumer`; empty for a group that never had members.
    public var protocolType: String
    /// As DescribeGroups names it; empty before version 4.
    public var groupState: String
    /// `classic` or `consumer`; empty before version 5.
    public var groupType: String

    public init(
      groupId: GroupId, protocolType: String = "", groupState: String = "", groupType: String = ""
    ) {
      self.groupId = groupId
      self.protocolType = protocolType
      self.groupState = groupState
      self.groupType = groupType
    }
  }
}
