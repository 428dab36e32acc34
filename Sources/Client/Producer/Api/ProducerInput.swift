import KafkaModel

/// What happens to a producer, as past facts; `nowMs` comes beside it.
///
/// The calls are those of `KafkaProducer`. One that Java would block in is over when its note
/// comes; one that Java would throw out of is told as `ProducerNote.refused`.
public enum ProducerInput: Hashable, Sendable {
  /// Over with `initialized`.
  case initTransactions
  case beginTransaction
  /// So many records for one partition; each batch is told as `written` or `notWritten`.
  /// `madeOf` says of which ones they were made, where that is known: then of as many.
  case send(TopicPartition, count: Int64, madeOf: [RecordSource] = [])
  /// Over with `offsetsSent`. The offsets are the next ones to read.
  case sendOffsetsToTransaction([PartitionOffset], ConsumerGroupMetadata)
  /// Over with `committed`, or with `mustAbort`.
  case commitTransaction
  /// Over with `aborted`.
  case abortTransaction
  /// An open transaction is aborted first.
  case close
  /// A broker has answered. An answer nobody waits for any more is ignored.
  case response(correlationId: Int32, Response)
  /// The connection was lost or refused: this request gets no answer.
  case failed(correlationId: Int32)
  /// The time asked for in `ProducerOutcome.wakeAtMs` has come; earlier or later does no harm.
  case wake
}

/// The calls that not every state allows.
public enum ProducerCall: Hashable, Sendable, CaseIterable {
  case initTransactions
  case beginTransaction
  case send
  case sendOffsetsToTransaction
  case commitTransaction
  case abortTransaction
}
