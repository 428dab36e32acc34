import Coordinator
import KafkaModel

/// A transaction coordinator under any requests, in any order, from producers and from nobody; its
/// writes fail or are confirmed late, its markers are written in any order, it moves away and back.
public struct TransactionStorm: Sendable {
  public let seed: UInt64
  /// Requests, fired timers, confirmed writes, markers and moves of the coordinator.
  public private(set) var steps: Int64 = 0
  public private(set) var violations: [Violation] = []
  var coordinator: TransactionCoordinator
  var nowMs: Int64 = 0
  let plant: TransactionPlant?
  /// Requests without an answer yet.
  var open: [OpenTransactionRequest] = []
  var unconfirmed: [TransactionAppend] = []
  /// Timers that are set, and some that are no longer.
  var timers: [TransactionTimer] = []
  var oldTimers: [TransactionTimer] = []
  var markings: [Marking] = []
  var ledger = TransactionLedger()
  /// What is in `__transaction_state`.
  var log: [TransactionRecord] = []
  /// What a coordinator that is not active answers.
  var moved: ErrorCode?
  var requests: TransactionRequests
  var chance: SeededGenerator
  var nextToken: Int64 = 1

  /// - Parameter requests: how many are sent.
  public init(seed: UInt64, requests count: Int) {
    self.init(seed: seed, requests: count, plant: nil)
  }

  init(seed: UInt64, requests count: Int, plant: TransactionPlant?) {
    self.seed = seed
    self.plant = plant
    chance = SeededGenerator(seed: seed ^ 0x5704)
    requests = TransactionRequests(seed: seed ^ 0x5705)
    var config = CoordinatorConfig()
    config.transactionAbortIntervalMs = chance.chance(percent: 50) ? 1000 : 10_000
    if chance.chance(percent: 40) {
      config.transactionalIdExpirationMs = 60_000
      config.transactionalIdExpirationIntervalMs = 15_000
    }
    coordinator = TransactionCoordinator(config: config)
    if chance.chance(percent: 40) { startNearTheLastEpoch() }
    while nextToken <= Int64(count), violations.isEmpty {
      step()
      steps += 1
      if steps % 64 == 0 { compareWithLoaded() }
    }
    drain()
  }

  /// A producer that has nearly used up its epochs.
  private mutating func startNearTheLastEpoch() {
    let producer = Producer(id: 1000, epoch: .max - Int16(chance.int(in: 1...6)))
    let value = TransactionLogValue(
      producer: producer, timeoutMs: 10_000, state: .empty, lastUpdateMs: 0)
    write(TransactionRecord(transactionalId: "tx", value: value))
    take(coordinator.load(log, nowMs: nowMs))
  }

  private mutating func step() {
    switch chance.int(in: 0...99) {
    case 0..<48: send()
    case 48..<54: pass(byMs: chance.int(in: 0...chance.int(in: 1...20_000)))
    case 54..<74: confirm(error: .none)
    case 74..<77: confirm(error: failure())
    case 77..<95: mark()
    case 95..<97: fireOutOfTurn()
    case 97: confirmAgain()
    default: if chance.chance(percent: 30) { move() }
    }
    checkTransactions()
  }

  private mutating func failure() -> ErrorCode {
    let all = PossibleAnswers.ofAppends
    return all[Int(chance.int(in: 0...Int64(all.count - 1)))]
  }

  mutating func send() {
    let (request, version) = requests.next(coordinator)
    let context = RequestContext(
      token: RequestToken(nextToken), apiVersion: version, clientId: "c",
      clientHost: "/127.0.0.1")
    nextToken += 1
    open.append(
      OpenTransactionRequest(
        token: context.token, request: request, version: version,
        expected: PossibleAnswers.error(
          of: request, version: version, coordinator, moved: moved)))
    let outcome = coordinator.handle(request, context, nowMs: nowMs)
    let appends = outcome.appends
    take(outcome)
    if let place = open.firstIndex(where: { $0.token == context.token }) {
      open[place].append = appends.first?.id
      if let expected = open[place].expected {
        report(.lawfulAnswer, "\(request.apiKey) waits and is not answered \(expected)")
      } else if appends.count != 1 {
        report(.oneAnswer, "\(request.apiKey) has none, and does not wait")
      }
    }
  }

  /// Fires what is due on the way.
  mutating func pass(byMs ms: Int64) {
    let limitMs = nowMs + ms
    while let due = timers.min(by: { $0.atMs < $1.atMs }), due.atMs <= limitMs {
      // Some fire late.
      nowMs = max(nowMs, due.atMs + (chance.chance(percent: 20) ? chance.int(in: 0...500) : 0))
      fire(due)
    }
    nowMs = max(nowMs, limitMs)
  }

  mutating func fire(_ timer: TransactionTimer) {
    steps += 1
    timers.removeAll { $0 == timer }
    oldTimers = oldTimers.suffix(9) + [timer]
    take(coordinator.fire(timer, nowMs: nowMs))
    checkTransactions()
  }

  /// In any order: each transactional id has one write on its way at most.
  mutating func confirm(error: ErrorCode) {
    guard !unconfirmed.isEmpty else { return }
    let last = chance.chance(percent: 70) ? 0 : unconfirmed.count - 1
    let append = unconfirmed.remove(at: Int(chance.int(in: 0...Int64(last))))
    if error == .none { write(append.record) }
    take(coordinator.appendConfirmed(append.id, error: error, nowMs: nowMs))
    if let late = open.first(where: { $0.append == append.id }) {
      report(.oneAnswer, "\(late.request.apiKey) has none, though its write is over")
    }
  }

  mutating func report(_ invariant: Invariant, _ detail: String) {
    guard violations.isEmpty else { return }
    violations.append(
      Violation(timeMs: nowMs, invariant: invariant, detail: "request \(nextToken - 1): \(detail)"))
  }
}
