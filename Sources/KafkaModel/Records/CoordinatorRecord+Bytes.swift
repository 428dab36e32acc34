/// Records of `__consumer_offsets` as Kafka 4.3 writes them.
extension CoordinatorRecord {
  /// `GroupMetadataKey` (version 2) or `OffsetCommitKey` (version 1); nil for a marker, which is a
  /// batch of its own.
  public var keyBytes: [UInt8]? {
    get throws(ByteError) {
      var writer = ByteWriter()
      switch self {
      case .groupMetadata(let group, _):
        writer.int16(2)
        try writer.string(group.text)
      case .offsetCommit(let group, let place, _), .transactionalOffset(let group, let place, _, _):
        writer.int16(1)
        try writer.string(group.text)
        try writer.string(place.topic.text)
        writer.int32(place.partition)
      case .transactionEnd: return nil
      }
      return writer.bytes
    }
  }

  /// nil for a tombstone. `topicId`: what an offset's topic is known by; a transaction's offsets
  /// are written without.
  public func valueBytes(topicId: Uuid?) throws(ByteError) -> [UInt8]? {
    switch self {
    case .groupMetadata(_, let value): try value?.bytes
    case .offsetCommit(_, _, let value): try value?.bytes(topicId: topicId)
    case .transactionalOffset(_, _, let value, _): try value.bytes(topicId: nil)
    case .transactionEnd: nil
    }
  }
}

extension GroupMetadataValue {
  /// Version 3.
  fileprivate var bytes: [UInt8] {
    get throws(ByteError) {
      var writer = ByteWriter()
      writer.int16(3)
      try writer.string(protocolType)
      writer.int32(generation.value)
      try writer.string(protocolName)
      try writer.string(leader?.text)
      writer.int64(currentStateTimestampMs)
      try writer.count(members.count)
      for member in members { try member.write(to: &writer) }
      return writer.bytes
    }
  }
}

extension GroupMetadataValue.Member {
  fileprivate func write(to writer: inout ByteWriter) throws(ByteError) {
    try writer.string(memberId.text)
    try writer.string(groupInstanceId?.text)
    try writer.string(clientId.text)
    try writer.string(clientHost)
    writer.int32(rebalanceTimeoutMs)
    writer.int32(sessionTimeoutMs)
    try writer.bytes(subscription)
    try writer.bytes(assignment)
  }
}

extension OffsetCommitValue {
  /// Version 4.
  fileprivate func bytes(topicId: Uuid?) throws(ByteError) -> [UInt8] {
    var writer = ByteWriter()
    writer.int16(4)
    writer.int64(offset.value)
    writer.int32(leaderEpoch)
    try writer.string(metadata, compact: true)
    writer.int64(commitTimestampMs)
    guard let topicId else {
      writer.unsignedVarint(0)
      return writer.bytes
    }
    // One tagged field, number 0, 16 bytes long.
    for number in [1, 0, 16] as [UInt32] { writer.unsignedVarint(number) }
    writer.int64(Int64(bitPattern: topicId.high))
    writer.int64(Int64(bitPattern: topicId.low))
    return writer.bytes
  }
}
