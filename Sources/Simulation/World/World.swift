import Client
import Coordinator
import Feed
import KafkaModel

/// Consumers, brokers, network and clock of one simulated group: a value, so that a copy is a
/// place to come back to.
public struct World: Sendable {
  public let scenario: Scenario
  public internal(set) var nowMs: Int64 = 0
  /// Delivered messages and fired timers so far.
  public internal(set) var eventCount: Int64 = 0
  var queue = EventQueue()
  var generator: SeededGenerator
  var coordinator: GroupCoordinator
  var timers = TimerBook()
  var logs: LogStore
  var coordinatorId = Scenario.coordinator
  /// Counts the moves of the coordinator; and the one that it has taken over with.
  var term: Int32 = 0
  var loadedTerm: Int32 = 0
  /// What the new coordinator is reading; nil once it has.
  var loading: Takeover?
  /// On their way to `__consumer_offsets`, and how many records are there.
  var unconfirmed: [Append] = []
  var writtenCount: Int64 = 0
  /// What the leader's assignor was given last.
  var planned: PlannedInput?
  var transactions: TransactionCoordinator
  /// The broker that coordinates all transactional ids.
  var transactionsId = Scenario.transactionCoordinator
  var producers: [ProducerSeat] = []
  /// What leaders wait for to hear from the transaction coordinator, by token.
  var questions = Index<RequestToken, LeaderQuestion>()
  var lastQuestion: Int64 = 0
  /// What the leader of the group's partition of `__consumer_offsets` knows of producers.
  var offsetsProducers = ProducerStates()
  /// Markers on their way into `__consumer_offsets`.
  var offsetMarkers: [OffsetMarker] = []
  var deliveries = Deliveries()
  /// What applications do next.
  var steps: [ApplicationStep] = []
  var isTakingSteps = false
  /// `partition.assignment.strategy` of the group's members, now.
  var assignors: [String]
  /// What the last generation's members have in common of it; nil before the first.
  var agreed: [String]?
  /// Whether all members have been made static, or dynamic; nil = as the scenario has them.
  var isStatic: Bool?
  /// All members are being stopped to be started again.
  var bounce: Bounce?
  var seats: [Seat] = []
  var slots = Index<MemberId, MemberSlot>()
  var course: Course
  /// A command is the scenario's own.
  var isInScript = false
  var faults = NetworkFaults()
  var audit = Audit()
  var plant: Plant?

  public init(scenario: Scenario, seed: UInt64, into events: inout [TimedEvent]) {
    self.scenario = scenario
    generator = SeededGenerator(seed: seed)
    coordinator = GroupCoordinator(
      config: scenario.broker, generator: SeededGenerator(seed: generator.next()))
    transactions = TransactionCoordinator(config: scenario.broker)
    assignors = scenario.consumer.assignors
    logs = LogStore(scenario.topics, rate: scenario.produceRate)
    if let output = scenario.transform?.output { logs.add(output, rate: 0) }
    course = Course(scenario)
    let before = events.count
    announce(into: &events)
    follow(from: before, into: &events)
  }

  /// When the next thing happens, or a timer is looked at that was moved since; nil = never.
  public var nextEventMs: Int64? { queue.nextMs }

  /// Lets time pass in which nothing happens.
  public mutating func advance(toMs: Int64) {
    precondition((queue.nextMs ?? .max) >= toMs, "something happens before that")
    nowMs = max(nowMs, toMs)
  }

  /// Lets time pass up to a command, if only timers that were moved are queued until then. When
  /// those were looked at must not depend on how one came to that time.
  mutating func settle(toMs: Int64) {
    var ahead = self
    var nothing: [TimedEvent] = []
    if !ahead.step(into: &nothing, notAfterMs: toMs) { self = ahead }
    advance(toMs: max(toMs, nowMs))
  }

  /// Runs into the next event; false when there is none up to `limitMs`.
  @discardableResult
  public mutating func step(
    into events: inout [TimedEvent], notAfterMs limitMs: Int64 = .max
  ) -> Bool {
    while let nextMs = queue.nextMs, nextMs <= limitMs, let (atMs, event) = queue.take() {
      nowMs = atMs
      if plant != nil, swallows(event) { continue }
      let before = events.count
      guard run(event, into: &events) else { continue }
      if bounce != nil { startAgainIfEmpty(into: &events) }
      eventCount += 1
      follow(from: before, into: &events)
      return true
    }
    return false
  }

  /// False for a timer that was moved or cancelled meanwhile: nothing happened.
  private mutating func run(
    _ event: consuming WorldEvent, into events: inout [TimedEvent]
  ) -> Bool {
    switch consume event {
    case .nothing: return false
    case .request(let envelope): arrive(envelope, into: &events)
    case .response(let envelope): return answer(envelope, into: &events)
    case .failed(let address): return fail(address, into: &events)
    case .begin(let slot):
      // Somebody was faster.
      guard seats[slot.index].process == .notStarted else { return false }
      begin(slot, into: &events)
    case .beginAgain(let slot, let process):
      guard seats[slot.index].number == process, !seats[slot.index].isAlive else { return false }
      begin(slot, into: &events)
    case .wake(let party, let process): return wake(party, process, into: &events)
    case .coordinatorTimer(let timer): return fire(timer, into: &events)
    case .confirmed(let id): confirm(id, into: &events)
    case .loaded(let term): return finishTakeover(term, into: &events)
    case .fetchDue(let envelope, _): finishFetch(envelope)
    case .transactions(let due): return run(due, into: &events)
    case .beginProducer(let slot): begin(slot, into: &events)
    case .script: playScript(into: &events)
    }
    return true
  }

  func emit(_ event: FeedEvent, _ events: inout [TimedEvent]) {
    events.append(TimedEvent(nowMs, event))
  }
}
