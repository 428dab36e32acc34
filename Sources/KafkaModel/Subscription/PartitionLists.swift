/// Partitions on the wire: an array of (topic, array of numbers), one entry a topic.
enum PartitionLists {
  /// Neighbours of the same topic share an entry; sorted partitions give one entry a topic.
  static func write(
    _ partitions: [TopicPartition], to writer: inout ByteWriter
  ) throws(ByteError) {
    let countPlace = writer.bytes.count
    try writer.count(0)
    var entries: UInt32 = 0
    var next = 0
    while next < partitions.count {
      next = try writeEntry(partitions, from: next, to: &writer)
      entries += 1
    }
    writer.patch(uint32: entries, at: countPlace)
  }

  /// Returns where the next topic begins.
  private static func writeEntry(
    _ partitions: [TopicPartition], from start: Int, to writer: inout ByteWriter
  ) throws(ByteError) -> Int {
    let topic = partitions[start].topic
    try writer.string(topic.text)
    let countPlace = writer.bytes.count
    try writer.count(0)
    var next = start
    repeat {
      writer.int32(partitions[next].partition)
      next += 1
    } while next < partitions.count && partitions[next].topic == topic
    writer.patch(uint32: UInt32(next - start), at: countPlace)
    return next
  }

  static func read(
    from reader: inout ByteReader, _ names: TopicNames = TopicNames()
  ) throws(ByteError) -> [TopicPartition] {
    var partitions: [TopicPartition] = []
    for _ in 0..<(try reader.count(minBytes: 6)) {
      let topic = try reader.topicName(names)
      for _ in 0..<(try reader.count(minBytes: 4)) {
        partitions.append(TopicPartition(topic, try reader.int32()))
      }
    }
    return partitions
  }
}
