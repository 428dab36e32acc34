/// What can be asked of a producer without a consumer.
public enum ProducerCommand: Hashable, Sendable {
  /// It begins a transaction, if none is open, and sends so many records to its topic, one
  /// partition after the other from 0 on.
  case send(records: Int64)
  case commit
  case abort
  case kill
  /// Starts it again: initTransactions() with the same `transactional.id`.
  case restart
}
