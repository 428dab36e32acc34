import KafkaModel

/// Which member of which group read the records that a transaction is about (KIP-447): with it the
/// group refuses the offsets of a member that has been replaced.
public struct ConsumerGroupMetadata: Hashable, Sendable {
  public var groupId: GroupId
  public var generation: Generation
  public var memberId: MemberId
  public var groupInstanceId: InstanceId?

  /// With the group alone nobody is refused.
  public init(
    groupId: GroupId, generation: Generation = .none, memberId: MemberId = "",
    groupInstanceId: InstanceId? = nil
  ) {
    self.groupId = groupId
    self.generation = generation
    self.memberId = memberId
    self.groupInstanceId = groupInstanceId
  }
}
