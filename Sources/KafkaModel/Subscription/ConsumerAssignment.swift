/// What the leader gives one member in its SyncGroup: `ConsumerProtocolAssignment`.
///
/// Versions 0 to 3 have the same fields; the number follows the subscription's.
public struct ConsumerAssignment: Hashable, Sendable {
  /// In order of topic and partition.
  public var partitions: [TopicPartition]
  public var userData: [UInt8]?

  public init(partitions: [TopicPartition], userData: [UInt8]? = nil) {
    self.partitions = partitions
    self.userData = userData
  }
}

extension ConsumerAssignment {
  /// The assignment bytes of a SyncGroup.
  public func bytes(
    version: Int16 = ConsumerSubscription.highestVersion
  ) throws(ByteError) -> [UInt8] {
    // As if each partition had a topic of its own: with `range` and `roundrobin` it often has.
    var writer = ByteWriter(capacity: 16 + 24 * partitions.count)
    writer.int16(version)
    try PartitionLists.write(partitions, to: &writer)
    try writer.bytes(userData)
    return writer.bytes
  }

  /// Reads any version. No bytes at all mean no partitions: that is what the coordinator hands a
  /// member that the leader left out.
  public init(bytes: [UInt8]) throws(ByteError) {
    self.init(partitions: [])
    if bytes.isEmpty { return }
    var reader = ByteReader(bytes)
    let version = try reader.int16()
    if version < 0 { throw reader.error(.negativeLength(Int64(version))) }
    partitions = try PartitionLists.read(from: &reader)
    userData = try reader.nullableBytes()
  }
}
