import KafkaModel

/// The check of a foreign cooperative assignor's plan
/// (`ConsumerCoordinator.validateCooperativeAssignment`, KIP-429).
enum CooperativePlan {
  /// A partition that goes to one member while another still owns it; nil = the plan is lawful.
  static func firstTransfer(
    _ members: [AssignmentMember], _ plan: [MemberAssignment]
  ) -> TopicPartition? {
    var added: [TopicPartition] = []
    var withdrawn: [TopicPartition] = []
    for share in plan {
      let owned =
        members.first { $0.memberId == share.memberId }?.subscription.ownedPartitions ?? []
      added += share.partitions.filter { !owned.contains($0) }
      withdrawn += owned.filter { !share.partitions.contains($0) }
    }
    return added.first(where: withdrawn.contains)
  }
}
