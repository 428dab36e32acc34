import Feed
import KafkaModel

extension GroupPicture {
  /// How remarks name a partition here: by its number where one topic is shown.
  func name(of partition: TopicPartition) -> PartitionName {
    hasManyTopics || partition.topic == transactions.output
      ? .full(partition) : .number(partition.partition)
  }
}
