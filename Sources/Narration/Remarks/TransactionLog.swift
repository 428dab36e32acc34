import Feed
import KafkaModel

/// One line of the log about producers and transactions.
public enum TransactionLog: Hashable, Sendable {
  case process(Writer, ProducerChange)
  case ongoing(TransactionalId, dueMs: Int64)
  case decided(TransactionalId, isCommit: Bool)
  case fenced(TransactionalId, FencingReason)
  /// - Parameter by: nil where it is not known whose marker it is.
  case marker(PartitionName, Offset, isCommit: Bool, records: Int64, by: TransactionalId?)
  case mustAbort(Writer, ApiKey, ErrorCode)
  case failed(Writer, ApiKey, ErrorCode)
}
