import KafkaModel

/// A transactional id as its coordinator knows it (`TransactionMetadata`); a leaf machine.
///
/// Read-only for others; the requests and timers of `TransactionCoordinator` change it.
public struct Transaction: Sendable {
  public let id: TransactionalId
  /// As it was last written; the first time only a producer id with epoch -1.
  public private(set) var value: TransactionLogValue
  /// False until the first record is written.
  public private(set) var isWritten = false
  /// The transition that is being written, or, after the decision, the one that waits for the
  /// markers; meanwhile requests are answered CONCURRENT_TRANSACTIONS.
  public internal(set) var pending: TransactionState?
  /// Where the marker is not written yet.
  public internal(set) var markersLeft: [TopicPartition] = []
  /// The number of the order that they belong to.
  var orderNumber: Int64 = 0
  /// The epoch before the last bump that the same producer asked for; -1 = none. Not written.
  var lastProducerEpoch: Int16 = -1
  /// What follows when all markers are written.
  var completion: TransactionLogValue?

  init(id: TransactionalId, producerId: Int64, timeoutMs: Int32, nowMs: Int64) {
    self.id = id
    value = TransactionLogValue(
      producer: Producer(id: producerId, epoch: -1), timeoutMs: timeoutMs, state: .empty,
      lastUpdateMs: nowMs)
  }

  init(id: TransactionalId, written: TransactionLogValue) {
    self.id = id
    value = written
    isWritten = true
  }

  /// A record was written, or is read again.
  mutating func replay(_ value: TransactionLogValue) {
    self.value = value
    isWritten = true
  }

  /// The value with another state, and what every transition changes.
  func next(_ state: TransactionState, nowMs: Int64) -> TransactionLogValue {
    precondition(state.follows(value.state), "illegal transition of a transaction")
    var next = value
    next.state = state
    next.previousProducerId = value.producer.id
    next.lastUpdateMs = nowMs
    return next
  }
}

/// What a transaction says to a request.
enum TransactionVerdict: Hashable {
  case refused(ErrorCode)
  /// It is as the request wants it.
  case unchanged
  case changed(TransactionTransition)
  /// Another producer's transaction is open: it has to be aborted first.
  case fenceFirst
}

/// What is to be written, and what only the memory knows of it.
struct TransactionTransition: Hashable, Sendable {
  var value: TransactionLogValue
  var lastProducerEpoch: Int16
}
