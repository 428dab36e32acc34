import KafkaModel

/// One input's worth of work on transactions.
struct TransactionTurn: Sendable {
  let nowMs: Int64
  var outcome = TransactionOutcome()
  /// Writes asked for; the coordinator numbers them at the end of the turn.
  var writes: [TransactionWrite] = []

  init(nowMs: Int64) { self.nowMs = nowMs }

  mutating func reply(_ token: RequestToken, _ response: Response) {
    outcome.replies.append(.init(token: token, response: response))
  }

  mutating func tell(_ id: TransactionalId, _ fact: TransactionFact) {
    outcome.happenings.append(TransactionHappening(transactionalId: id, fact: fact))
  }
}

/// A record on its way to `__transaction_state`, and what to do when it is there.
struct TransactionWrite: Sendable {
  let id: TransactionalId
  /// nil: a tombstone.
  let transition: TransactionTransition?
  let continuation: Continuation

  enum Continuation: Sendable {
    case initialized(RequestToken)
    /// Partitions were added; `answer` is the reply where all goes well.
    case added(RequestToken, Request, [TopicPartition])
    /// The decision; nobody waits where the coordinator itself took it.
    case decided(RequestToken?)
    /// As `decided`, for a new producer, who has to ask again.
    case fencedFor(RequestToken)
    case completed
    case expired
  }
}
