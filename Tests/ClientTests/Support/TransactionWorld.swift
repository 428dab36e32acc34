import Coordinator
import KafkaModel
import Testing

@testable import Client

/// Applications with a producer each, and perhaps a consumer, and the real coordinators of
/// transactions and groups, in memory. Nothing takes time but what waits for a timer.
struct TransactionWorld {
  static let leader = BrokerId(1)
  static let groups = BrokerId(2)

  struct Application {
    var producer: KafkaProducer
    var member: Member?
    var loop: TransformLoop?
    var notes: [ProducerNote] = []
    var memberNotes: [MemberNote] = []
    var producerWakeMs: Int64?
    var memberWakeMs: Int64?
  }

  struct Address: Hashable {
    var name: String
    var isProducer: Bool
    var correlationId: Int32
  }

  enum Work {
    case producer(String, ProducerInput)
    case member(String, MemberInput)
  }

  var applications: [String: Application] = [:]
  var coordinator: TransactionCoordinator
  var coordinatorAt = BrokerId(3)
  var groups: GroupCoordinator
  var logs: [TopicPartition: TransactionLog] = [:]
  var nowMs: Int64 = 0
  /// The next answers to these are lost, each once; the request was done all the same.
  var losing: [ApiKey] = []
  /// The next requests of these kinds are refused, each once, and not done.
  var refusing: [(api: ApiKey, error: ErrorCode)] = []
  /// How many partitions Metadata answers give each topic.
  var partitionCount: Int32 = 2
  /// Markers are not written until the test says so.
  var holdsMarkers = false
  var orders: [MarkerOrder] = []
  /// What producers sent, in order, but for look-ups.
  var sent: [Request] = []

  var work: [Work] = []
  var waiting: [RequestToken: Address] = [:]
  var lastToken: Int64 = 0
  var groupTimers: [CoordinatorTimer: Int64] = [:]
  var transactionTimers: [TransactionTimer] = []
  var parked: [(address: Address, request: FetchRequest, dueMs: Int64)] = []

  init() {
    var config = CoordinatorConfig()
    config.initialRebalanceDelayMs = 0
    coordinator = TransactionCoordinator(config: config)
    groups = GroupCoordinator(config: config, generator: SeededGenerator(seed: 7))
  }

  /// Adds an application that only produces.
  mutating func add(
    _ name: String, id: TransactionalId? = "tx", change: (inout ProducerConfig) -> Void = { _ in }
  ) {
    var config = ProducerConfig(clientId: ClientId(name), transactionalId: id)
    change(&config)
    applications[name] = Application(
      producer: KafkaProducer(
        config: config, generator: SeededGenerator(seed: 1), nowMs: nowMs))
  }

  /// Tells a producer, and lets everything happen that follows without a timer.
  mutating func tell(_ name: String, _ inputs: ProducerInput...) {
    for input in inputs {
      work.append(.producer(name, input))
      settle()
    }
  }

  mutating func tell(_ name: String, consumer input: MemberInput) {
    work.append(.member(name, input))
    settle()
  }

  mutating func settle() {
    var steps = 0
    while !work.isEmpty {
      steps += 1
      precondition(steps < 100_000, "it goes on without end")
      switch work.removeFirst() {
      case .producer(let name, let input): give(name, input)
      case .member(let name, let input): give(name, input)
      }
    }
  }

  private mutating func give(_ name: String, _ input: ProducerInput) {
    guard let outcome = applications[name]?.producer.handle(input, nowMs: nowMs) else { return }
    applications[name]?.notes += outcome.notes
    applications[name]?.producerWakeMs = outcome.wakeAtMs
    if let atMs = outcome.wakeAtMs { #expect(atMs > nowMs, "would wake without end") }
    let next = applications[name]?.loop?.handle(outcome) ?? []
    follow(next, name)
    for sending in outcome.sends { deliver(sending, from: name, isProducer: true) }
  }

  private mutating func give(_ name: String, _ input: MemberInput) {
    guard let outcome = applications[name]?.member?.handle(input, nowMs: nowMs),
      let group = applications[name]?.member?.groupMetadata
    else { return }
    applications[name]?.memberNotes += outcome.notes
    applications[name]?.memberWakeMs = outcome.wakeAtMs
    if let atMs = outcome.wakeAtMs { #expect(atMs > nowMs, "would wake without end") }
    let next = applications[name]?.loop?.handle(outcome, group: group) ?? []
    follow(next, name)
    for sending in outcome.sends { deliver(sending, from: name, isProducer: false) }
  }

  mutating func follow(_ steps: [TransformStep], _ name: String) {
    for step in steps {
      switch step {
      case .consumer(let input): work.append(.member(name, input))
      case .producer(let input): work.append(.producer(name, input))
      }
    }
  }

  mutating func answer(_ address: Address, _ response: Response) {
    let isLost = losing.firstIndex(of: response.apiKey)
    if let isLost { losing.remove(at: isLost) }
    let id = address.correlationId
    if address.isProducer {
      work.append(
        .producer(
          address.name,
          isLost == nil ? .response(correlationId: id, response) : .failed(correlationId: id)))
    } else {
      work.append(
        .member(
          address.name,
          isLost == nil ? .response(correlationId: id, response) : .failed(correlationId: id)))
    }
  }

  /// Lets time pass.
  mutating func advance(_ ms: Int64) {
    let end = nowMs + ms
    settle()
    while let dueMs = nextDueMs, dueMs <= end {
      nowMs = max(nowMs, dueMs)
      fire()
      settle()
    }
    nowMs = end
  }

  private var nextDueMs: Int64? {
    let wakes = applications.values.flatMap { [$0.producerWakeMs, $0.memberWakeMs] }
    return
      (wakes.compactMap(\.self) + groupTimers.values + transactionTimers.map(\.atMs)
      + parked.map(\.dueMs)).min()
  }

  private mutating func fire() {
    let ripe = groupTimers.filter { $0.value <= nowMs }.keys.sorted { "\($0)" < "\($1)" }
    for timer in ripe {
      groupTimers[timer] = nil
      take(groups.fire(timer, nowMs: nowMs))
    }
    let due = transactionTimers.filter { $0.atMs <= nowMs }
    transactionTimers.removeAll { $0.atMs <= nowMs }
    for timer in due { take(coordinator.fire(timer, nowMs: nowMs)) }
    answerFetches()
    for name in applications.keys.sorted() {
      if let ms = applications[name]?.producerWakeMs, ms <= nowMs {
        applications[name]?.producerWakeMs = nil
        work.append(.producer(name, .wake))
      }
      if let ms = applications[name]?.memberWakeMs, ms <= nowMs {
        applications[name]?.memberWakeMs = nil
        work.append(.member(name, .wake))
      }
    }
  }

  /// What a producer has told since the last time.
  mutating func takeNotes(_ name: String = "A") -> [ProducerNote] {
    defer { applications[name]?.notes = [] }
    return applications[name]?.notes ?? []
  }

  func state(_ name: String = "A") -> ProducerState? { applications[name]?.producer.state }
}
