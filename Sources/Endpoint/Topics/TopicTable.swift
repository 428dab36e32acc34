import KafkaModel
import KafkaWire

/// All topics of the broker.
struct TopicTable {
  private let config: EndpointConfig
  private var topics: [TopicName: Topic] = [:]
  private var names: [Uuid: TopicName] = [:]
  /// By their names with "_" for every ".": in the names of metrics both are one.
  private var unified: [String: TopicName] = [:]
  /// What metadata still shows, and until when.
  private var ghosts: [(topic: Topic, untilMs: Int64)] = []
  private var generator: SeededGenerator

  init(_ config: EndpointConfig) {
    self.config = config
    generator = SeededGenerator(seed: config.seed &* 31 &+ 7)
  }

  subscript(name: TopicName) -> Topic? { topics[name] }

  /// nil where no topic has the id.
  func name(of id: Uuid) -> TopicName? { names[id] }

  /// Another topic that has the name but for dots and underscores (`Topic.hasCollision`).
  func colliding(with name: TopicName) -> TopicName? {
    unified[name.unified].flatMap { $0 == name ? nil : $0 }
  }

  var partitionCount: Int { topics.values.reduce(0) { $0 + $1.logs.count } }
  var count: Int { topics.count }
  private(set) var byteCount = 0

  /// Ids that topics are to get, for tests.
  var foretoldIds: [TopicName: Uuid] = [:]

  mutating func newId(of name: TopicName) -> Uuid {
    foretoldIds.removeValue(forKey: name)
      ?? Uuid(high: generator.next(), low: generator.next())
  }

  mutating func add(
    _ name: TopicName, partitions: Int32, id: Uuid, nowMs: Int64, isInternal: Bool = false,
    settings: [String: String] = [:]
  ) {
    names[id] = name
    unified[name.unified] = name
    topics[name] = Topic(
      name: name, id: id, isInternal: isInternal,
      logs: Array(repeating: PartitionLog(), count: Int(partitions)), madeMs: nowMs,
      settings: settings)
    ghosts.removeAll { $0.topic.name == name }
  }

  /// More partitions for a topic that is there.
  mutating func grow(_ name: TopicName, to count: Int32) {
    guard let now = topics[name]?.logs.count else { return }
    topics[name]?.logs += Array(repeating: PartitionLog(), count: max(0, Int(count) - now))
  }

  /// False where there is none.
  mutating func remove(_ name: TopicName, nowMs: Int64) -> Bool {
    guard let topic = topics.removeValue(forKey: name) else { return false }
    names[topic.id] = nil
    unified[name.unified] = nil
    byteCount -= topic.logs.reduce(0) { $0 + $1.byteCount }
    ghosts.removeAll { $0.untilMs <= nowMs }
    if config.metadataDelayMs > 0 { ghosts.append((topic, nowMs + config.metadataDelayMs)) }
    return true
  }

  /// What metadata shows, by name.
  func shown(_ name: TopicName, nowMs: Int64) -> Topic? {
    shown(topics[name] ?? ghost(nowMs: nowMs) { $0.name == name }, nowMs: nowMs)
  }

  /// What metadata shows, by id.
  func shown(_ id: Uuid, nowMs: Int64) -> Topic? {
    shown(names[id].flatMap { topics[$0] } ?? ghost(nowMs: nowMs) { $0.id == id }, nowMs: nowMs)
  }

  private func ghost(nowMs: Int64, where isMeant: (Topic) -> Bool) -> Topic? {
    ghosts.first { isMeant($0.topic) && $0.untilMs > nowMs }?.topic
  }

  private func shown(_ topic: Topic?, nowMs: Int64) -> Topic? {
    topic.flatMap { standing(of: $0, nowMs: nowMs) == .unknown ? nil : $0 }
  }

  /// All that metadata shows.
  func allShown(nowMs: Int64) -> [Topic] {
    let gone = ghosts.filter { $0.untilMs > nowMs }.map(\.topic)
    return (topics.values + gone).sorted { $0.name < $1.name }
      .filter { standing(of: $0, nowMs: nowMs) != .unknown }
  }

  func standing(of topic: Topic, nowMs: Int64) -> Topic.Standing {
    topic.isInternal ? .ready : topic.standing(nowMs: nowMs, delayMs: config.metadataDelayMs)
  }

  /// The log to read from or to write to, or why there is none.
  func log(_ partition: TopicPartition, nowMs: Int64) -> Result<PartitionLog, PartitionFault> {
    guard let topic = topics[partition.topic],
      topic.logs.indices.contains(Int(partition.partition))
    else { return .failure(PartitionFault(.unknownTopicOrPartition)) }
    switch standing(of: topic, nowMs: nowMs) {
    case .unknown: return .failure(PartitionFault(.unknownTopicOrPartition))
    case .leaderless: return .failure(PartitionFault(.notLeaderOrFollower))
    case .ready: return .success(topic.logs[Int(partition.partition)])
    }
  }

  /// The offset of the batch's first record; nil where there is no such partition.
  mutating func append(
    _ records: [UInt8], _ header: RecordBatchHeader, to partition: TopicPartition
  ) -> Offset? {
    let (name, at) = (partition.topic, Int(partition.partition))
    guard let before = topics[name]?.logs[at].byteCount else { return nil }
    let base = topics[name]?.logs[at].append(
      records, header, limitBytes: config.limits.logBytes)
    byteCount += (topics[name]?.logs[at].byteCount ?? before) - before
    return base
  }

  /// Where the log begins now.
  mutating func cut(_ partition: TopicPartition, before offset: Offset) -> Offset {
    let (name, at) = (partition.topic, Int(partition.partition))
    guard let before = topics[name]?.logs.dropFirst(at).first?.byteCount else { return .none }
    topics[name]?.logs[at].cut(before: offset)
    byteCount += (topics[name]?.logs[at].byteCount ?? before) - before
    return topics[name]?.logs[at].startOffset ?? .none
  }

  /// What the broker itself writes in an internal topic.
  mutating func append(_ batch: RecordBatch, to partition: TopicPartition) {
    let bytes = batch.bytes
    let (name, at) = (partition.topic, Int(partition.partition))
    guard let before = topics[name]?.logs.dropFirst(at).first?.byteCount,
      let header = try? RecordBatches.headers(in: bytes).first
    else { return }
    topics[name]?.logs[at].append(
      bytes, header, keys: batch.records.compactMap(\.key),
      limitBytes: config.limits.internalLogBytes)
    byteCount += (topics[name]?.logs[at].byteCount ?? before) - before
  }

  /// Ends a transaction in a partition; false where there is none.
  mutating func append(
    _ marker: TransactionMarker, to partition: TopicPartition, nowMs: Int64
  ) -> Bool {
    let (name, at) = (partition.topic, Int(partition.partition))
    guard let before = topics[name]?.logs.dropFirst(at).first?.byteCount else { return false }
    topics[name]?.logs[at].append(marker, nowMs: nowMs)
    byteCount += (topics[name]?.logs[at].byteCount ?? before) - before
    return true
  }
}

/// Why a partition cannot be read or written.
struct PartitionFault: Error {
  var code: ErrorCode
  init(_ code: ErrorCode) { self.code = code }
}

extension TopicName {
  fileprivate var unified: String { String(text.map { $0 == "." ? "_" : $0 }) }
}
