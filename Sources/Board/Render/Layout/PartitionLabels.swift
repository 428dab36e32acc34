import Feed
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
    longest = picture.partitions.reduce(3) { longest, partition in
      max(longest, DisplayWidth.of(partition.partition.description) + 1)
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
