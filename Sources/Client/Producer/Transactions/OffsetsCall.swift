import KafkaModel

/// sendOffsetsToTransaction() on its way.
struct OffsetsCall: Hashable, Sendable {
  /// In order of partition.
  let offsets: [PartitionOffset]
  let metadata: ConsumerGroupMetadata
  /// The group's partition of `__consumer_offsets` belongs to the transaction, or will by itself.
  var isAdded: Bool
  /// AddOffsetsToTxn was sent: perhaps the coordinator has it, whatever became of the answer.
  var wasAsked = false
  /// Not yet with the group.
  var left: [PartitionOffset]
}

/// Where a group's coordinator is.
struct GroupPlace: Hashable, Sendable {
  var groupId: GroupId
  var broker: BrokerId
}
