import KafkaModel

/// Where a partition stands in the lists of picture and timeline: in order of first sight.
public struct PartitionTable: Sendable {
  /// A topic, and where its partitions stand, by number.
  public struct Topic: Sendable {
    public var name: TopicName
    public var places: [Int]
  }

  /// In order of first sight.
  public private(set) var topics: [Topic] = []
  private var places = Index<TopicName, Int>()
  public private(set) var count = 0

  public init() {}

  /// The place of a partition that has been seen.
  public subscript(partition: TopicPartition) -> Int? {
    guard let entry = entry(of: partition.topic) else { return nil }
    let number = Int(partition.partition)
    let known = topics[entry].places
    return known.indices.contains(number) ? known[number] : nil
  }

  /// Makes room for partitions 0 ..< `partitions`; returns those that are new.
  public mutating func grow(_ topic: TopicName, to partitions: Int32) -> [TopicPartition] {
    let at: Int
    if let known = entry(of: topic) {
      at = known
    } else {
      at = topics.count
      topics.append(Topic(name: topic, places: []))
      places[topic] = at
    }
    var new: [TopicPartition] = []
    while topics[at].places.count < Int(partitions) {
      new.append(TopicPartition(topic, Int32(topics[at].places.count)))
      topics[at].places.append(count)
      count += 1
    }
    return new
  }

  private func entry(of topic: TopicName) -> Int? {
    // A few topics are the rule, and comparing short names beats hashing them.
    if topics.count <= 4 { return topics.firstIndex { $0.name == topic } }
    return places[topic]
  }
}
