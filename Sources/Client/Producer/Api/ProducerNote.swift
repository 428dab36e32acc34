import KafkaModel

/// Something that happened inside a producer, for its application and those who watch it.
public enum ProducerNote: Hashable, Sendable {
  /// `KafkaProducer.state` has another value.
  case state(ProducerState)
  /// It has this id and epoch from now on: by InitProducerId, or by the end of a transaction.
  case initialized(Producer)
  /// Sent records are in the log, from -1 on where the leader does not say where; of transactions
  /// nobody knows yet whether they count.
  case written(TopicPartition, RecordRun)
  /// So many records are given up: the transaction is aborted, or an error cannot be cured.
  case notWritten(TopicPartition, count: Int64, ErrorCode)
  /// The group has the offsets; they count when the transaction commits.
  case offsetsSent([PartitionOffset])
  /// The decision is written, and a new transaction may begin.
  case committed
  /// The same.
  case aborted
  /// The transaction cannot be committed, and why: abortTransaction() is the only way on. Of
  /// offsets ILLEGAL_GENERATION and UNKNOWN_MEMBER_ID are Java's CommitFailedException.
  case mustAbort(ErrorCode, ApiKey)
  /// A fatal error, of a fenced producer for instance; it does nothing more but close.
  case failed(ErrorCode, ApiKey)
  /// Java throws: IllegalStateException, or the error that the state is about.
  case refused(ProducerCall, ProducerState)
  /// close() has come back.
  case closed
}
