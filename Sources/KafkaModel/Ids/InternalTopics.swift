extension GroupId {
  /// The partition of `__consumer_offsets` that the group's offsets and its metadata are in
  /// (`GroupMetadataManager.partitionFor`): `Utils.abs(groupId.hashCode)` modulo
  /// `offsets.topic.num.partitions`, 50 unless it was set. Its leader coordinates the group.
  public func offsetsPartition(of count: Int32 = 50) -> Int32 {
    let hash = JavaOrder.hashCode(text)
    return hash == .min ? 0 : abs(hash) % count
  }
}

extension TransactionalId {
  /// Which partition of `__transaction_state` the id's transactions are written to.
  public func statePartition(of count: Int32 = 50) -> Int32 {
    let hash = JavaOrder.hashCode(text)
    return hash == .min ? 0 : abs(hash) % count
  }
}

extension TopicName {
  /// Where group coordinators write.
  public static let consumerOffsets: TopicName = "__consumer_offsets"
  /// Where controllers write; no client sees it as a topic.
  public static let clusterMetadata: TopicName = "__cluster_metadata"
  /// Where transaction coordinators write.
  public static let transactionState: TopicName = "__transaction_state"
}
