import Chronicle
import Coordinator
import Feed
import KafkaModel
import NIOCore

/// Tells what becomes of one group on the broker, as events of the feed.
final class GroupStory: BrokerWitness {
  unowned let broker: Broker
  private let put: ([TimedEvent]) -> Void
  /// The broker's time when the feed's began.
  let originMs: Int64
  /// nil until one appears.
  private(set) var groupId: GroupId?
  var seats = ClientSeats()
  var links = ClientLinks()
  var topics = ShownTopics()
  private var numbers = NewNumbers()
  private var numbersTimer: Scheduled<Void>?
  var silenceTimer: Scheduled<Void>?
  private var facts: GroupFacts?
  /// The assignor of the generation.
  var chosen: String?
  /// How many records each partition of `__consumer_offsets` has.
  private var written: [Int32: Int64] = [:]
  /// Members that somebody else has LeaveGroup sent for.
  var expelled: Set<MemberId> = []
  /// What the coordinator is given; nil where nobody records it.
  var tape: InputTape?
  /// Who was turned away last, as far as it was told.
  var toldTurnedAway: (host: String, why: TurnedAway, atMs: Int64)?
  /// What the coordinator says to itself while it moves is no news.
  var isMoving = false

  private static let numbersMs: Int64 = 100

  init(
    _ broker: Broker, group: GroupId?, originMs: Int64, put: @escaping ([TimedEvent]) -> Void
  ) {
    self.broker = broker
    self.put = put
    self.originMs = originMs
    groupId = group
  }

  var nowMs: Int64 { broker.clock.nowMs - originMs }

  /// A client that was to be started has failed.
  private(set) var isInTrouble = false

  /// One joins: what kept it from that is over.
  func recovered() {
    isInTrouble = false
    emit(.health(.fine))
  }

  func emit(_ event: FeedEvent, _ provenance: Provenance = .observed) {
    if case .health(let health) = event { isInTrouble = health.isTrouble }
    if numbers.take(event) { return tellNumbersSoon() }
    put([TimedEvent(nowMs, event, provenance)])
  }

  private func tellNumbersSoon() {
    guard numbersTimer == nil else { return }
    let delay = TimeAmount.milliseconds(Self.numbersMs)
    numbersTimer = broker.loop.assumeIsolated().scheduleTask(in: delay) { self.tellNumbers() }
  }

  private func tellNumbers() {
    numbersTimer = nil
    put(numbers.takeAll().map { TimedEvent(nowMs, $0) })
  }

  func stop() {
    numbersTimer?.cancel()
    silenceTimer?.cancel()
  }

  /// What is shown before any client has come.
  func begin(topics names: [TopicName]) {
    tellFacts()
    for name in names { show(name) }
    watchSilence()
  }

  /// Says anew how the group is set, where that is news.
  func tellFacts() {
    let now = ServeFacts.facts(groupId ?? "", broker, seats, chosen: chosen)
    if now == facts { return }
    facts = now
    emit(.group(now))
  }

  /// The first group that appears is the one that is shown, unless another one was asked for.
  func choose(_ id: GroupId) -> Bool {
    if groupId == nil, !id.isEmpty { groupId = id }
    return groupId == id
  }

  var group: ClassicGroup? { groupId.flatMap { broker.coordinator.group($0) } }

  func show(_ name: TopicName) {
    guard let topic = broker.topics[name], !topic.isInternal else { return }
    for event in topics.note(topic) { emit(event) }
  }

  func changed(_ topic: TopicName) {
    if topics.contains(topic) { show(topic) }
  }

  func wrote(_ append: Append) {
    guard let id = append.groupId else { return }
    let partition = id.offsetsPartition(of: broker.config.offsetsTopicPartitions)
    let offset = written[partition] ?? 0
    written[partition] = offset + Int64(append.records.count)
    if id == groupId { emit(.written(Offset(offset), append.records.map(WrittenRecord.init))) }
  }
}
