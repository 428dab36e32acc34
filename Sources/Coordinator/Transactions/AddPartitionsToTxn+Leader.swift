import KafkaModel

/// What a partition's leader asks its transaction coordinator before it writes (KIP-890,
/// `AddPartitionsToTxnManager`).
extension AddPartitionsToTxnRequest {
  /// The version in which leaders ask: with room for `verifyOnly`.
  public static let leaderVersion: Int16 = 5

  /// - Parameters:
  ///   - api: of the client's request: Produce, or TxnOffsetCommit, which is a write of the group
  ///     coordinator.
  ///   - version: of that request: newer ones add what they write to, older ones have added it.
  public init(
    leaderOf partitions: [TopicPartition], _ transactionalId: TransactionalId,
    _ producer: Producer, api: ApiKey, version: Int16
  ) {
    self.init(
      transactionalId: transactionalId, producer: producer,
      topics: partitions.map { .init(name: $0.topic, partitions: [$0.partition]) },
      verifyOnly: version < (api == .txnOffsetCommit ? 5 : 12))
  }
}

extension AddPartitionsToTxnResponse {
  /// nil for a partition that was not asked about.
  public func verdict(on place: TopicPartition) -> ErrorCode? {
    for topic in topics where topic.name == place.topic {
      if let entry = topic.partitions.first(where: { $0.partitionIndex == place.partition }) {
        return entry.errorCode
      }
    }
    return nil
  }
}
