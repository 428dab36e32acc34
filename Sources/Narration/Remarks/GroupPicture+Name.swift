import Feed
import KafkaModel

extension GroupPicture {
  /// How remarks name a partition here: by its number where one topic is shown.
  func name(of partition: TopicPartition) -> PartitionName {
    hasManyTopics ? .full(partition) : .number(partition.partition)
  }
}
