import KafkaModel

/// What happens to producers, their transactions, and what these leave in the logs.
public enum TransactionEvent: Hashable, Sendable {
  // Producers.
  case producerSeen(ProducerSlot, ProducerIdentity)
  /// The topic that consume–transform–produce loops write to; the group does not read it.
  case output(TopicName, partitions: Int32)
  /// A producer without a consumer is started or killed, or has ended.
  case process(ProducerSlot, ProducerChange)
  case state(ProducerSlot, ProducerState)
  /// Its id and epoch from now on.
  case producerId(ProducerSlot, Producer)
  /// Its transaction cannot be committed any more; its application aborts it.
  case mustAbort(ProducerSlot, ApiKey, ErrorCode)
  /// A fatal error: it does nothing more but close.
  case failed(ProducerSlot, ApiKey, ErrorCode)

  // The transaction coordinator.
  /// The state is written; `Ongoing` again where partitions are added.
  case transaction(TransactionalId, TransactionState, Producer)
  case fenced(TransactionalId, Producer, FencingReason)
  /// When the coordinator aborts the transaction if nobody ends it before; nil = none is open.
  case timeout(TransactionalId, dueMs: Int64?)

  // The partitions' logs.
  /// Records of the producer are in the partition from that offset on: in a transaction they
  /// count when it commits, else at once.
  case wrote(ProducerSlot, TopicPartition, Offset, records: Int64)
  /// A transaction has its first record in the partition at that offset.
  case opened(TopicPartition, Producer, Offset)
  /// A control record has taken that offset: of the transaction's records in the partition, so
  /// many count now, or are aborted.
  case marker(TopicPartition, Producer, isCommit: Bool, Offset, records: Int64)
  /// The last stable offset: read_committed readers get nothing from it on. nil = it is the high
  /// watermark.
  case stableOffset(TopicPartition, Offset?)

  // The group.
  /// The offset is in `__consumer_offsets`, and counts if the transaction commits.
  case offsetPending(TopicPartition, Offset, Producer)
  /// Those of the producer count now, or are dropped.
  case offsetsDecided(Producer, isCommit: Bool)

  /// What has come of the group's input so far.
  case delivered(DeliveryTally)
}

/// What became of the process of a producer without a consumer.
public enum ProducerChange: String, Hashable, Sendable, CaseIterable {
  case started
  /// SIGKILL: an open transaction stays open.
  case killed
  case ended
}
