/// One partition of a topic; ordered by topic, then number, as Kafka prints them.
public struct TopicPartition: Hashable, Comparable, Sendable, CustomStringConvertible {
  public var topic: TopicName
  public var partition: Int32

  public init(_ topic: TopicName, _ partition: Int32) {
    self.topic = topic
    self.partition = partition
  }

  public static func < (a: Self, b: Self) -> Bool {
    a.topic == b.topic ? a.partition < b.partition : a.topic < b.topic
  }

  public var description: String { "\(topic)-\(partition)" }
}
