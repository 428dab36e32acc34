import Feed
import KafkaModel
import Screen

/// How wide names of topics are; partitions of one topic mostly come one after the other.
struct TopicWidths {
  private var last: TopicName?
  private var width = 0

  mutating func width(of topic: TopicName) -> Int {
    if topic != last {
      last = topic
      width = DisplayWidth.of(topic.text)
    }
    return width
  }
}

/// How partitions are called at the left of their rows: by number, or with their topic.
struct PartitionLabels {
  let hasManyTopics: Bool
  let longest: Int

  init(_ picture: GroupPicture) {
    hasManyTopics = picture.hasManyTopics
    guard hasManyTopics else {
      longest = 3
      return
    }
    var topics = TopicWidths()
    longest = picture.partitions.reduce(3) { longest, partition in
      let number = partition.partition.partition
      let digits = number < 10 ? 1 : number < 100 ? 2 : number < 1000 ? 3 : "\(number)".utf8.count
      return max(longest, topics.width(of: partition.partition.topic) + digits + 2)
    }
  }

  func text(_ partition: PartitionPicture, width: Int) -> String {
    guard hasManyTopics else {
      return ColumnText.right("\(partition.partition.partition)", width: 2)
    }
    let full = partition.partition.description
    guard DisplayWidth.of(full) > width - 1 else { return full }
    // The end tells partitions apart, the beginning is often common to all.
    var tail = full
    while DisplayWidth.of(tail) > width - 2, !tail.isEmpty { tail.removeFirst() }
    return "‹" + tail
  }
}
