import Coordinator
import KafkaModel

/// A coordinator under any requests, in any order, from members and from nobody: each has one
/// answer, at once or later, it is one that Kafka can give, and what is written down can be loaded.
public struct RequestStorm: Sendable {
  public let seed: UInt64
  /// Requests, fired timers, confirmed writes and moves of the coordinator.
  public private(set) var steps: Int64 = 0
  public private(set) var violations: [Violation] = []
  var coordinator: GroupCoordinator
  var nowMs: Int64 = 0
  let plant: StormPlant?
  /// Requests without an answer yet.
  var open: [OpenRequest] = []
  var unconfirmed: [Append] = []
  private var timers: [(timer: CoordinatorTimer, dueMs: Int64)] = []
  /// What is in `__consumer_offsets`.
  private var log: [CoordinatorRecord] = []
  /// What follows from it for offsets.
  private(set) var offsets: WrittenOffsets
  /// What a coordinator that is not active answers.
  private(set) var moved: ErrorCode?
  var requests: StormRequests
  private var chance: SeededGenerator
  private var nextToken: Int64 = 1

  /// - Parameter requests: how many are sent.
  public init(seed: UInt64, requests count: Int) {
    self.init(seed: seed, requests: count, plant: nil)
  }

  init(seed: UInt64, requests count: Int, plant: StormPlant?) {
    self.seed = seed
    self.plant = plant
    chance = SeededGenerator(seed: seed ^ 0x5702)
    requests = StormRequests(seed: seed ^ 0x5703)
    var config = CoordinatorConfig()
    if chance.chance(percent: 30) { config.groupMaxSize = Int(chance.int(in: 1...4)) }
    config.initialRebalanceDelayMs = chance.chance(percent: 30) ? 0 : 3000
    coordinator = GroupCoordinator(
      config: config, generator: SeededGenerator(seed: chance.next()))
    offsets = WrittenOffsets(partitions: config.offsetsTopicPartitions)
    while nextToken <= Int64(count), violations.isEmpty {
      step()
      steps += 1
      if steps % 64 == 0 { compareWithLoaded() }
    }
    drain()
  }

  private mutating func step() {
    switch chance.int(in: 0...99) {
    case 0..<66: send()
    case 66..<71: endTransaction()
    case 71..<80: pass(byMs: chance.int(in: 0...chance.int(in: 1...20_000)))
    case 80..<98: confirm(error: .none)
    case 98: confirm(error: failure())
    default: if chance.chance(percent: 40) { move() }
    }
  }

  private mutating func failure() -> ErrorCode {
    let all = PossibleAnswers.ofAppends
    return all[Int(chance.int(in: 0...Int64(all.count - 1)))]
  }

  private mutating func send() {
    let request = requests.next(coordinator)
    let context = requests.context(nextToken)
    nextToken += 1
    let expected = PossibleAnswers.error(
      of: request, context.apiVersion, coordinator, moved: moved)
    open.append(OpenRequest(token: context.token, request: request, expected: expected))
    let outcome = coordinator.handle(request, context, nowMs: nowMs)
    take(outcome)
    if open.last?.token == context.token {
      open[open.count - 1].append = outcome.appends.first?.id
    }
    checkWaiting(replacedBy: request)
  }

  /// Fires what is due on the way.
  private mutating func pass(byMs ms: Int64) {
    let limitMs = nowMs + ms
    while let place = timers.indices.min(by: { timers[$0].dueMs < timers[$1].dueMs }),
      timers[place].dueMs <= limitMs
    {
      let due = timers.remove(at: place)
      // A rebalance timeout of 0 would be set again for ever.
      nowMs = max(nowMs + 1, due.dueMs)
      steps += 1
      take(coordinator.fire(due.timer, nowMs: nowMs))
      checkWaiting()
    }
    nowMs = max(nowMs, limitMs)
  }

  private mutating func confirm(error: ErrorCode) {
    guard !unconfirmed.isEmpty else { return }
    let append = unconfirmed.removeFirst()
    if error == .none { write(append) }
    take(coordinator.appendConfirmed(append.id, error: error, nowMs: nowMs))
    if let late = open.first(where: { $0.append == append.id && !$0.parks }) {
      report(.oneAnswer, "\(late.api) has none, though its write is over")
    }
    checkWaiting()
  }

  private mutating func write(_ append: Append) {
    for record in append.records { offsets.take(record) }
    if plant == .losesRecords && log.count > 20 { return }
    if plant == .losesPending, case .transactionalOffset = append.records.first { return }
    log += append.records
  }

  /// The coordinator moves away and back: of what was on its way some is in the log.
  private mutating func move() {
    for append in unconfirmed.prefix(Int(chance.int(in: 0...2))) { write(append) }
    unconfirmed = []
    let unloaded = coordinator.unload(nowMs: nowMs)
    moved = .notCoordinator
    take(unloaded)
    if let left = open.first { report(.oneAnswer, "\(left.api) has none after a move") }
    if chance.chance(percent: 50) { send() }
    if chance.chance(percent: 50) { endTransaction() }
    let loading = coordinator.startLoading(nowMs: nowMs)
    moved = .coordinatorLoadInProgress
    take(loading)
    if chance.chance(percent: 50) { send() }
    if chance.chance(percent: 50) { endTransaction() }
    let loaded = coordinator.load(log, nowMs: nowMs)
    moved = nil
    take(loaded)
  }

  mutating func take(_ outcome: CoordinatorOutcome) {
    for change in outcome.timers {
      switch change {
      case .set(let timer, let atMs):
        timers.removeAll { $0.timer == timer }
        timers.append((timer, atMs))
      case .cancel(let timer): timers.removeAll { $0.timer == timer }
      }
    }
    unconfirmed += outcome.appends
    for reply in bend(outcome.replies) {
      if case .joinGroup(let answer) = reply.response { requests.learn(answer.memberId) }
      close(reply)
    }
  }

  private mutating func compareWithLoaded() {
    var other = GroupCoordinator(
      config: coordinator.config, generator: SeededGenerator(seed: seed))
    _ = other.load(log, nowMs: nowMs)
    if other.hardState != coordinator.hardState {
      report(.loadedIsWritten, "\(log.count) records")
    }
    compareOffsets()
  }

  /// Nobody asks any more: all that waits is answered in the end.
  private mutating func drain() {
    while violations.isEmpty {
      while !unconfirmed.isEmpty, violations.isEmpty { confirm(error: .none) }
      guard let next = timers.map(\.dueMs).min() else { break }
      pass(byMs: max(1000, next - nowMs))
    }
    guard violations.isEmpty else { return }
    if let left = open.first { report(.oneAnswer, "\(left.api) has none in the end") }
    compareWithLoaded()
  }

  mutating func report(_ invariant: Invariant, _ detail: String) {
    guard violations.isEmpty else { return }
    violations.append(
      Violation(timeMs: nowMs, invariant: invariant, detail: "request \(nextToken - 1): \(detail)"))
  }
}
