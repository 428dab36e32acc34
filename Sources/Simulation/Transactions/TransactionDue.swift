import Coordinator
import KafkaModel

/// What the transaction coordinator waits for.
enum TransactionDue: Sendable {
  case timer(TransactionTimer)
  /// A record is in `__transaction_state`.
  case written(AppendId)
  /// A marker is at the leader of its partition.
  case marker(MarkerOrder, TopicPartition)
}
