import Coordinator
import Feed
import KafkaModel

/// The logs of all topics, in order of topic and partition.
struct LogStore: Sendable {
  /// The topics that exist, in the scenario's order.
  private(set) var topics: [ScenarioTopic]
  private(set) var logs: [PartitionLog] = []
  private var firsts: [Int] = []

  init(_ topics: [ScenarioTopic], rate: Int64) {
    self.topics = []
    for topic in topics { add(topic, rate: rate) }
  }

  mutating func add(_ topic: ScenarioTopic, rate: Int64) {
    topics.append(topic)
    firsts.append(logs.count)
    for number in 0..<topic.partitions {
      // Not all partitions at the same moment: a keyless producer goes round them.
      let phase = 1000 / max(1, rate) * Int64(number) / Int64(max(1, topic.partitions))
      logs.append(PartitionLog(TopicPartition(topic.name, number), rate: rate, fromMs: phase))
    }
  }

  mutating func append(
    _ batch: ProducedBatch, at place: Int, nowMs: Int64
  ) -> PartitionLog.Appended {
    logs[place].append(batch, nowMs: nowMs)
  }

  mutating func append(
    _ marker: TransactionMarker, at place: Int, nowMs: Int64
  ) -> (offset: Offset, decided: [LogSpan])? {
    logs[place].append(marker, nowMs: nowMs)
  }

  /// For a planted bug.
  mutating func forgetProducers(at place: Int) { logs[place].producers = ProducerStates() }

  /// CreatePartitions: the topic's next partition, whose log begins now and grows like the others;
  /// nil if there is no such topic.
  mutating func grow(_ topic: TopicName, nowMs: Int64) -> PartitionLog? {
    guard let place = topics.firstIndex(where: { $0.name == topic }) else { return nil }
    let end = firsts[place] + Int(topics[place].partitions)
    let new = PartitionLog(
      TopicPartition(topic, topics[place].partitions), rate: logs[end - 1].rate, fromMs: nowMs)
    logs.insert(new, at: end)
    topics[place].partitions += 1
    for later in firsts.indices where later > place { firsts[later] += 1 }
    return new
  }

  /// Records of a producer that goes round the topic's partitions from 0 on; returns those places.
  mutating func append(_ records: Int64, to topic: TopicName, nowMs: Int64) -> Range<Int> {
    let places = places(of: topic)
    for (place, share) in zip(places, ProducerRun.shares(of: records, over: places.count)) {
      logs[place].append(share, nowMs: nowMs)
    }
    return places
  }

  /// Takes note of the last stable offset; true if that is news.
  mutating func note(stable: Offset?, at place: Int) -> Bool {
    defer { logs[place].toldStable = stable }
    return logs[place].toldStable != stable
  }

  subscript(topic: TopicName, partition: Int32) -> PartitionLog? {
    place(topic, partition).map { logs[$0] }
  }

  /// Where a partition stands in `logs`.
  func place(_ topic: TopicName, _ partition: Int32) -> Int? {
    Self.place(partition, in: places(of: topic))
  }

  /// Where a topic's partitions stand in `logs`; empty for one that does not exist.
  func places(of topic: TopicName) -> Range<Int> {
    var cursor = 0
    return places(of: topic, near: &cursor)
  }

  /// The same, looked for at `cursor` first: requests name topics in one order.
  func places(of topic: TopicName, near cursor: inout Int) -> Range<Int> {
    let isNext = cursor < topics.count && topics[cursor].name == topic
    guard let place = isNext ? cursor : topics.firstIndex(where: { $0.name == topic }) else {
      return 0..<0
    }
    cursor = place + 1
    return firsts[place]..<firsts[place] + Int(topics[place].partitions)
  }

  /// The same for those who have looked up the topic.
  static func place(_ partition: Int32, in places: Range<Int>) -> Int? {
    let place = places.lowerBound + Int(partition)
    return places.contains(place) ? place : nil
  }
}
