import KafkaModel

/// A partition in a remark: by its number where one topic is shown, else by its full name.
public enum PartitionName: Hashable, Sendable {
  case number(Int32)
  case full(TopicPartition)
}
