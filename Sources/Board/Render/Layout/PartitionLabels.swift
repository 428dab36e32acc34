import Feed
import KafkaModel
import Screen

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
    longest = picture.table.topics.reduce(3) { longest, topic in
      let digits = "\(max(0, topic.places.count - 1))".utf8.count
      return max(longest, DisplayWidth.of(topic.name.text) + digits + 2)
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
