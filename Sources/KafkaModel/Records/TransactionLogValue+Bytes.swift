extension TransactionLogValue {
  /// The record's value in version 1, which transaction.version 1 and later write.
  public var bytes: [UInt8] {
    get throws(ByteError) {
      var writer = ByteWriter()
      writer.int16(1)
      writer.int64(producer.id)
      writer.int16(producer.epoch)
      writer.int32(timeoutMs)
      writer.int8(state.rawValue)
      try writePartitions(to: &writer)
      writer.int64(lastUpdateMs)
      writer.int64(startMs)
      writeTags(to: &writer)
      return writer.bytes
    }
  }

  /// Null in Empty, whose value has nothing to say of partitions.
  private func writePartitions(to writer: inout ByteWriter) throws(ByteError) {
    if state == .empty { return try writer.count(nil, compact: true) }
    let topics = partitions.runs(of: \.topic)
    try writer.count(topics.count, compact: true)
    for run in topics {
      try writer.string(partitions[run.lowerBound].topic.text, compact: true)
      try writer.count(run.count, compact: true)
      for partition in partitions[run] { writer.int32(partition.partition) }
      writer.unsignedVarint(0)
    }
  }

  /// Tagged fields (KIP-482) are left out at their default.
  private func writeTags(to writer: inout ByteWriter) {
    var tags: [(UInt32, Int64, Int)] = []
    if previousProducerId != -1 { tags.append((Tag.previousProducerId, previousProducerId, 8)) }
    if nextProducerId != -1 { tags.append((Tag.nextProducerId, nextProducerId, 8)) }
    if clientVersion != .zero {
      tags.append((Tag.clientVersion, Int64(clientVersion.rawValue), 2))
    }
    writer.unsignedVarint(UInt32(tags.count))
    for (tag, value, size) in tags {
      writer.unsignedVarint(tag)
      writer.unsignedVarint(UInt32(size))
      if size == 8 { writer.int64(value) } else { writer.int16(Int16(truncatingIfNeeded: value)) }
    }
  }

  /// nil for a version or a state that is not known.
  public init?(bytes: [UInt8]) throws(ByteError) {
    var reader = ByteReader(bytes)
    let version = try reader.int16()
    guard version == 0 || version == 1 else { return nil }
    let producer = Producer(id: try reader.int64(), epoch: try reader.int16())
    let timeoutMs = try reader.int32()
    guard let state = TransactionState(rawValue: try reader.int8()) else { return nil }
    let partitions = try Self.partitions(from: &reader, compact: version == 1)
    self.init(
      producer: producer, timeoutMs: timeoutMs, state: state,
      // Empty has none, whatever is written.
      partitions: state == .empty ? [] : partitions, lastUpdateMs: try reader.int64(),
      startMs: try reader.int64())
    if version == 1 { try readTags(from: &reader) }
    try reader.finish()
  }

  private static func partitions(
    from reader: inout ByteReader, compact: Bool
  ) throws(ByteError) -> [TopicPartition] {
    var found: [TopicPartition] = []
    guard let topics = try reader.nullableCount(compact: compact, minBytes: 3) else { return [] }
    for _ in 0..<topics {
      let topic = TopicName(try reader.string(compact: compact))
      for _ in 0..<(try reader.count(compact: compact, minBytes: 4)) {
        found.append(TopicPartition(topic, try reader.int32()))
      }
      if compact { try skipTags(of: &reader) }
    }
    return found
  }

  private static func skipTags(of reader: inout ByteReader) throws(ByteError) {
    for _ in 0..<(try reader.unsignedVarint()) {
      _ = try reader.unsignedVarint()
      try reader.skip(Int(try reader.unsignedVarint()))
    }
  }

  private mutating func readTags(from reader: inout ByteReader) throws(ByteError) {
    for _ in 0..<(try reader.unsignedVarint()) {
      let tag = try reader.unsignedVarint()
      var field = ByteReader(try reader.raw(Int(try reader.unsignedVarint())))
      switch tag {
      case Tag.previousProducerId: previousProducerId = try field.int64()
      case Tag.nextProducerId: nextProducerId = try field.int64()
      case Tag.clientVersion:
        clientVersion = TransactionVersion(rawValue: try field.int16()) ?? .zero
      default: break
      }
    }
  }

  private enum Tag {
    static let previousProducerId: UInt32 = 0
    static let nextProducerId: UInt32 = 1
    static let clientVersion: UInt32 = 2
  }
}

extension [TopicPartition] {
  /// The stretches of neighbours that have the same value.
  fileprivate func runs(of key: (TopicPartition) -> TopicName) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    for index in indices {
      if let last = runs.last, key(self[last.lowerBound]) == key(self[index]) {
        runs[runs.count - 1] = last.lowerBound..<index + 1
      } else {
        runs.append(index..<index + 1)
      }
    }
    return runs
  }
}
