import Feed
import KafkaModel

/// Concludes from one reading after another what has happened in a group: who came and went and
/// why, what each rebalance did, who reads. What is read off directly is observed, all else
/// inferred.
public struct WatchInference {
  var seats: [WatchSeat] = []
  var ledgers: [TopicLedger] = []
  private var places: [TopicName: Int] = [:]
  private(set) var state: GroupState?
  private var facts: GroupFacts?
  /// The longest time between two commits of one partition, while records waited.
  var gapMs: Int64 = 5_000
  /// The broker has shown assignments in the rebalance that runs.
  var isGiven: Bool?
  /// The answer of that time may tell commits that were made before its plan was.
  var mixedMs: Int64 = -1
  /// A topic has grown since the last plan.
  var hasGrown = false
  var nowMs: Int64 = 0
  var events: [TimedEvent] = []
  private var lastCount = 0
  private let intervalMs: Int64
  let keepsOrder: Bool

  /// A session cannot be shorter where a broker has its standard settings
  /// (`group.min.session.timeout.ms`).
  static let leastSessionMs: Int64 = 6_000
  private static let longestGapMs: Int64 = 60_000

  /// - Parameter keepsOrder: members that come together get their seats in the order of the answer,
  ///   not of their names.
  public init(intervalMs: Int64, keepsOrder: Bool = false) {
    self.intervalMs = intervalMs
    self.keepsOrder = keepsOrder
  }

  /// After so long without a commit, while records wait, a partition counts as not read.
  var stallMs: Int64 { max(10_000, 2 * gapMs + 2 * intervalMs) }

  /// Takes a reading in; returns what it tells, in order.
  public mutating func take(_ reading: GroupReading) -> [TimedEvent] {
    nowMs = reading.nowMs
    // What moves on now mostly did the last time.
    events = []
    events.reserveCapacity(lastCount)
    noteFacts(reading)
    for topic in reading.topics { take(topic) }
    takeGroup(reading.group)
    if reading.group.speaksConsumer { takeProgress() }
    lastCount = events.count
    defer { events = [] }
    return events
  }

  /// The group is not there any more.
  public mutating func vanished(_ atMs: Int64) -> [TimedEvent] {
    guard state != nil, state != .dead else { return [] }
    nowMs = atMs
    events = []
    for seat in seats.indices where seats[seat].isMember { remove(seat) }
    enter(.dead, nil)
    defer { events = [] }
    return events
  }

  mutating func tell(_ event: FeedEvent, _ provenance: Provenance = .observed) {
    events.append(TimedEvent(nowMs, event, provenance))
  }

  mutating func enter(
    _ new: GroupState, _ cause: RebalanceCause?, _ provenance: Provenance = .observed
  ) {
    state = new
    tell(.groupState(new, .none, cause), provenance)
  }

  var isCooperative: Bool { facts?.isCooperative ?? false }

  func place(of partition: TopicPartition) -> (topic: Int, number: Int)? {
    guard let topic = places[partition.topic] else { return nil }
    let number = Int(partition.partition)
    return ledgers[topic].partitions.indices.contains(number) ? (topic, number) : nil
  }
}

extension WatchInference {
  private mutating func noteFacts(_ reading: GroupReading) {
    let group = reading.group
    var new =
      facts ?? GroupFacts(groupId: group.groupId, assignors: [], coordinator: reading.coordinator)
    new.coordinator = reading.coordinator
    // Outside of Stable brokers leave it out, and the last one stands.
    if !group.protocolData.isEmpty { new.assignors = [group.protocolData] }
    var settings: [Setting] = []
    if let address = reading.coordinatorAddress {
      settings.append(Setting(GroupFacts.coordinatorAddressKey, "\(address)", .broker))
    }
    if !group.speaksConsumer, !group.protocolType.isEmpty {
      settings.append(Setting(GroupFacts.protocolTypeKey, group.protocolType, .consumer))
    }
    noteGiven(group)
    if let isGiven {
      settings.append(
        Setting(GroupFacts.duringRebalanceKey, isGiven ? "given" : "withheld", .broker))
    }
    if let unseen = Self.unseen(reading.topics) {
      settings.append(Setting(GroupFacts.unseenTopicsKey, unseen, .broker))
    }
    new.settings = settings
    if new != facts {
      facts = new
      tell(.group(new))
    }
  }

  /// The first ones by name and error; nil where all are seen.
  private static func unseen(_ topics: [WatchedTopic]) -> String? {
    let unseen = topics.filter { $0.problem != .none }
    if unseen.isEmpty { return nil }
    let first = unseen.prefix(3).map { "\($0.name) (\($0.problem))" }.joined(separator: ", ")
    return unseen.count > 3 ? first + " +\(unseen.count - 3)" : first
  }

  /// While a group rebalances some brokers tell the old assignments (Apache Kafka 4), others none.
  private mutating func noteGiven(_ group: DescribeGroupsResponse.Group) {
    let new = GroupState(rawValue: group.groupState)
    guard new == .preparingRebalance || new == .completingRebalance, group.speaksConsumer,
      seats.contains(where: { !$0.owned.isEmpty && $0.isMember })
    else { return }
    let known = group.members.filter { member in
      seats.contains { $0.memberId == member.memberId && !$0.owned.isEmpty }
    }
    if !known.isEmpty { isGiven = known.contains { !($0.partitions ?? []).isEmpty } }
  }

  private mutating func take(_ topic: WatchedTopic) {
    let at = places[topic.name] ?? ledgers.count
    if at == ledgers.count {
      places[topic.name] = at
      ledgers.append(TopicLedger(name: topic.name))
    }
    let (before, count) = (ledgers[at].partitions.count, topic.partitions.count)
    if count > before {
      ledgers[at].partitions += Array(repeating: PartitionLedger(), count: count - before)
      tell(.topic(topic.name, partitions: Int32(count)))
      if before > 0 {
        hasGrown = true
        tell(.partitionsAdded(topic.name, partitions: Int32(count)))
      }
    }
    for number in topic.partitions.indices {
      take(topic.partitions[number], at, number, topic.name)
    }
  }

  private mutating func take(
    _ new: WatchedPartition, _ topic: Int, _ number: Int, _ name: TopicName
  ) {
    var ledger = ledgers[topic].partitions[number]
    if let end = new.logEnd?.value, end != ledger.logEnd {
      ledger.logEnd = end
      tell(.logEnd(TopicPartition(name, Int32(number)), LogEnd(offset: Offset(end))))
    }
    if let committed = new.committed?.value, committed != ledger.committed {
      if ledger.committed >= 0, committed > ledger.committed { noteGap(ledger) }
      // The first one that is seen may be of any age.
      if ledger.isKnown { ledger.progressMs = nowMs }
      ledger.committed = committed
      tell(.committed(TopicPartition(name, Int32(number)), Offset(committed)))
    }
    if ledger.lag == 0 { ledger.caughtUpMs = nowMs }
    ledger.isKnown = true
    ledgers[topic].partitions[number] = ledger
  }

  private mutating func noteGap(_ ledger: PartitionLedger) {
    guard state == .stable, ledger.isReading, ledger.aliveMs >= 0 else { return }
    gapMs = max(gapMs, min(Self.longestGapMs, nowMs - ledger.aliveMs))
  }
}
