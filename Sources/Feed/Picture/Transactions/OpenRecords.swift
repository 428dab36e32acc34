import KafkaModel

/// Records of a transaction in a partition's log that no marker has decided yet.
public struct OpenRecords: Hashable, Sendable {
  public var partition: TopicPartition
  public var producer: Producer
  /// The first of them.
  public var from: Offset
  public var sinceMs: Int64
}

/// A group's offset that counts if its transaction commits.
public struct PendingOffset: Hashable, Sendable {
  public var partition: TopicPartition
  public var offset: Offset
  public var producer: Producer
  public var sinceMs: Int64
  /// Another commit was written later, and counts.
  var isSuperseded = false
}
