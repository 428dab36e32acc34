import KafkaModel

/// Who leads what, as the last Metadata answer has it.
struct LeaderTable {
  struct Entry {
    var leaders: [BrokerId]
    var problem: ErrorCode
  }

  private var entries: [TopicName: Entry] = [:]

  subscript(topic: TopicName) -> Entry? { entries[topic] }

  func knows(_ topics: [TopicName]) -> Bool { topics.allSatisfy { entries[$0] != nil } }

  mutating func take(_ answer: MetadataResponse) {
    for topic in answer.topics {
      var leaders: [BrokerId] = []
      let highest = topic.partitions.map(\.partitionIndex).max() ?? -1
      if topic.errorCode == .none, highest < TopicBook.mostPartitions, highest >= 0 {
        leaders = Array(repeating: .none, count: Int(highest) + 1)
        for partition in topic.partitions where partition.partitionIndex >= 0 {
          leaders[Int(partition.partitionIndex)] = partition.leaderId
        }
      }
      entries[topic.name] = Entry(leaders: leaders, problem: topic.errorCode)
    }
  }
}
