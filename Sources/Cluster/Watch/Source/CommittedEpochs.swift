import KafkaModel
import Synchronization

/// The leader epochs that were committed with offsets, as the last answer has them: a table of
/// kafka-consumer-groups.sh shows them, and no event tells them.
final class CommittedEpochs: Sendable {
  private let epochs = Mutex<[TopicPartition: Int32]>([:])

  func take(_ topics: [WatchedTopic]) {
    var new: [TopicPartition: Int32] = [:]
    for topic in topics {
      for (number, partition) in topic.partitions.enumerated() where partition.committedEpoch >= 0 {
        new[TopicPartition(topic.name, Int32(number))] = partition.committedEpoch
      }
    }
    epochs.withLock { $0 = new }
  }

  subscript(partition: TopicPartition) -> Int32? { epochs.withLock { $0[partition] } }
}
