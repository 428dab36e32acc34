/// Partitions on the wire: an array of (topic, array of numbers), one entry a topic.
enum PartitionLists {
  /// Neighbours of the same topic share an entry; sorted partitions give one entry a topic.
  static func write(
    _ partitions: [TopicPartition], to writer: inout ByteWriter
  ) throws(ByteError) {
    let runs = topicRuns(partitions)
    try writer.count(runs.count)
    for run in runs {
      try writer.string(partitions[run.lowerBound].topic.text)
      try writer.count(run.count)
      for index in run { writer.int32(partitions[index].partition) }
    }
  }

  static func read(from reader: inout ByteReader) throws(ByteError) -> [TopicPartition] {
    var partitions: [TopicPartition] = []
    for _ in 0..<(try reader.count(minBytes: 6)) {
      let topic = TopicName(try reader.string())
      for _ in 0..<(try reader.count(minBytes: 4)) {
        partitions.append(TopicPartition(topic, try reader.int32()))
      }
    }
    return partitions
  }

  private static func topicRuns(_ partitions: [TopicPartition]) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    for index in partitions.indices {
      if let last = runs.last, partitions[last.lowerBound].topic == partitions[index].topic {
        runs[runs.count - 1] = last.lowerBound..<index + 1
      } else {
        runs.append(index..<index + 1)
      }
    }
    return runs
  }
}
