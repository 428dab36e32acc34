import KafkaModel

/// What the leader's plan gives one member.
public struct PlannedShare: Hashable, Sendable {
  /// `nil`: a member nobody on the screen stands for.
  public var slot: MemberSlot?
  public var memberId: MemberId
  public var partitions: [TopicPartition]

  public init(slot: MemberSlot?, memberId: MemberId, partitions: [TopicPartition]) {
    self.slot = slot
    self.memberId = memberId
    self.partitions = partitions
  }
}
