import KafkaModel

@testable import Coordinator

/// Coordinators of groups and of transactions with a clock, their timers and logs, driven by a
/// test.
struct Broker {
  var coordinator: GroupCoordinator
  var transactions: TransactionCoordinator
  var transactionTimers: [TransactionTimer] = []
  var transactionHappenings: [TransactionHappening] = []
  /// The records of `__transaction_state` so far.
  var transactionLog: [TransactionRecord] = []
  /// Markers that wait for the test, while `holdsMarkers`.
  var orders: [MarkerOrder] = []
  var holdsMarkers = false
  var heldTransactions: [TransactionAppend] = []
  var nowMs: Int64 = 0
  var timers: [CoordinatorTimer: Int64] = [:]
  /// Answers and when they came, by request.
  var answers: [RequestToken: (response: Response, atMs: Int64)] = [:]
  var happenings: [Happening] = []
  /// The records written so far.
  var log: [CoordinatorRecord] = []
  /// Writes that wait for the test, while `holdsWrites`.
  var held: [Append] = []
  var holdsWrites = false
  private var lastToken: Int64 = 0

  init(_ config: CoordinatorConfig = CoordinatorConfig(), seed: UInt64 = 1) {
    coordinator = GroupCoordinator(config: config, generator: SeededGenerator(seed: seed))
    transactions = TransactionCoordinator(config: config)
  }

  /// Sends a request now; the answer may be in `answers` or come later.
  @discardableResult
  mutating func send(
    _ request: Request, version: Int16 = 9, from client: ClientId = "c"
  ) -> RequestToken {
    lastToken += 1
    let context = RequestContext(
      token: RequestToken(lastToken), apiVersion: version, clientId: client,
      clientHost: "/127.0.0.1")
    switch request {
    case .initProducerId, .addPartitionsToTxn, .addOffsetsToTxn, .endTxn:
      take(transactions.handle(request, context, nowMs: nowMs))
    default: take(coordinator.handle(request, context, nowMs: nowMs))
    }
    return context.token
  }

  /// Lets time pass; timers fire when they are due.
  mutating func advance(byMs: Int64) { advance(toMs: nowMs + byMs) }

  mutating func advance(toMs end: Int64) {
    while true {
      let scan = transactionTimers.min { $0.atMs < $1.atMs }
      let next = nextTimer()
      if let scan, scan.atMs <= end, scan.atMs <= next?.1 ?? .max {
        transactionTimers.removeAll { $0 == scan }
        nowMs = max(nowMs, scan.atMs)
        take(transactions.fire(scan, nowMs: nowMs))
        continue
      }
      guard let (timer, dueMs) = next, dueMs <= end else { break }
      timers[timer] = nil
      nowMs = max(nowMs, dueMs)
      take(coordinator.fire(timer, nowMs: nowMs))
    }
    nowMs = max(nowMs, end)
  }

  /// Confirms the oldest held write.
  mutating func confirm(error: ErrorCode = .none) {
    let append = held.removeFirst()
    if error == .none { log += append.records }
    take(coordinator.appendConfirmed(append.id, error: error, nowMs: nowMs))
  }

  mutating func take(_ outcome: CoordinatorOutcome) {
    for reply in outcome.replies {
      precondition(answers[reply.token] == nil, "answered twice")
      answers[reply.token] = (reply.response, nowMs)
    }
    for change in outcome.timers {
      switch change {
      case .set(let timer, let atMs): timers[timer] = atMs
      case .cancel(let timer): timers[timer] = nil
      }
    }
    happenings += outcome.happenings
    held += outcome.appends
    while !holdsWrites && !held.isEmpty { confirm() }
  }

  func answer(_ token: RequestToken) -> Response? { answers[token]?.response }

  private func nextTimer() -> (CoordinatorTimer, Int64)? {
    timers.min { ($0.value, "\($0.key)") < ($1.value, "\($1.key)") }.map { ($0.key, $0.value) }
  }
}
