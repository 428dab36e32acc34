import KafkaModel

/// A place in one partition.
public struct PartitionOffset: Hashable, Sendable, CustomStringConvertible {
  public var partition: TopicPartition
  public var offset: Offset

  public init(_ partition: TopicPartition, _ offset: Offset) {
    self.partition = partition
    self.offset = offset
  }

  public var description: String { "\(partition)@\(offset)" }
}
