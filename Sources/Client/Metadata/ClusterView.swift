import KafkaModel

/// What the consumer knows of the topics it watches.
struct ClusterView: Hashable, Sendable {
  struct Topic: Hashable, Sendable {
    var name: TopicName
    /// By partition number.
    var leaders: [BrokerId]
    /// By partition number; empty where no broker has a rack.
    var racks: [[String]]
    var partitionCount: Int32 { Int32(leaders.count) }
  }

  /// What an assignment depends on: a topic and how many partitions it has, for a member with a
  /// rack also where their replicas are (KIP-881).
  struct Size: Hashable, Sendable {
    var topic: TopicName
    var partitionCount: Int32
    /// By partition number, in text order and each once; empty where they do not matter.
    var racks: [[String]] = []
  }

  /// Those that exist, in text order.
  private(set) var topics: [Topic] = []
  /// Those that were asked for, in text order.
  private(set) var asked: [TopicName] = []

  func leader(of partition: TopicPartition) -> BrokerId {
    guard let topic = topics.first(where: { $0.name == partition.topic }),
      topic.leaders.indices.contains(Int(partition.partition))
    else { return .none }
    return topic.leaders[Int(partition.partition)]
  }

  func covers(_ names: [TopicName]) -> Bool { names.allSatisfy(asked.contains) }

  func sizes(withRacks: Bool) -> [Size] {
    topics.map { topic in
      Size(
        topic: topic.name, partitionCount: topic.partitionCount,
        racks: withRacks ? topic.racks.map(Self.distinct) : [])
    }
  }

  private static func distinct(_ racks: [String]) -> [String] {
    let sorted = racks.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    return sorted.indices.filter { $0 == 0 || sorted[$0] != sorted[$0 - 1] }.map { sorted[$0] }
  }

  /// False if some topic or leader was missing, so that it is worth asking again soon.
  mutating func take(_ response: MetadataResponse, asked names: [TopicName]) -> Bool {
    asked = names
    topics = []
    var isComplete = true
    let hasRacks = response.brokers.contains { $0.rack != nil }
    for topic in response.topics where names.contains(topic.name) {
      guard topic.errorCode == .none else { continue }
      let partitions = topic.partitions.sorted { $0.partitionIndex < $1.partitionIndex }
      let leaders = partitions.map(\.leaderId)
      if leaders.contains(where: { $0.value < 0 }) { isComplete = false }
      let racks = hasRacks ? partitions.map { Self.racks($0, response.brokers) } : []
      topics.append(Topic(name: topic.name, leaders: leaders, racks: racks))
    }
    topics.sort { $0.name < $1.name }
    return isComplete && topics.count == names.count
  }

  private static func racks(
    _ partition: MetadataResponse.Partition, _ brokers: [MetadataResponse.Broker]
  ) -> [String] {
    partition.replicaNodes.compactMap { replica in
      brokers.first { $0.nodeId == replica }?.rack
    }
  }
}
