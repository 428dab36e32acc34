/// Removes empty groups.
public struct DeleteGroupsRequest: Hashable, Sendable {
  public var groupsNames: [GroupId]

  public init(
    groupsNames: [GroupId]
  ) {
    self.groupsNames = groupsNames
  }
}

/// A verdict a group.
public struct DeleteGroupsResponse: Hashable, Sendable {
  public var throttleTimeMs: Int32
  public var results: [DeleteGroupsResponse.Result]

  public init(
    throttleTimeMs: Int32 = 0, results: [DeleteGroupsResponse.Result] = []
  ) {
    self.throttleTimeMs = throttleTimeMs
    self.results = results
  }
}

extension DeleteGroupsResponse {
  /// One verdict.
  public struct Result: Hashable, Sendable {
    public var groupId: GroupId
    public var errorCode: ErrorCode

    public init(
      groupId: GroupId, errorCode: ErrorCode = .none
    ) {
      self.groupId = groupId
      self.errorCode = errorCode
    }
  }
}
