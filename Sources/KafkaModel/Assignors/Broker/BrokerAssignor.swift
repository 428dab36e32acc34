/// A rule by which the broker divides the partitions of a KIP-848 group
/// (`group.consumer.assignors`).
public enum BrokerAssignor: String, CaseIterable, Hashable, Sendable {
  /// `org.apache.kafka.coordinator.group.assignor.UniformAssignor`, the default.
  case uniform
  /// `org.apache.kafka.coordinator.group.assignor.RangeAssignor`.
  case range

  /// The target assignment: one entry for every member of `input`, in the same order.
  public func assign(_ input: TargetInput) -> [MemberAssignment] {
    if input.members.isEmpty { return [] }
    switch self {
    case .uniform:
      let group = TargetGroup(input)
      return group.hasEqualSubscriptions
        ? UniformEqual.divide(group) : UniformMixed.divide(group)
    case .range: return Self.assignRanges(input)
    }
  }

  /// The client's rule without racks: equal partition numbers of equal topics fall together by
  /// themselves.
  private static func assignRanges(_ input: TargetInput) -> [MemberAssignment] {
    let members = input.members.map {
      AssignmentMember(
        memberId: $0.memberId, groupInstanceId: $0.groupInstanceId,
        subscription: ConsumerSubscription(topics: $0.topics))
    }
    let topics = input.topics.map {
      AssignmentTopic(name: $0.name, partitionCount: $0.partitionCount)
    }
    var nobody = NoObserver()
    return RangeAssignor().assign(
      AssignmentInput(members: members, topics: topics.sorted { $0.name < $1.name }),
      observer: &nobody)
  }
}
