import Feed
import KafkaModel

extension World {
  /// CreatePartitions. Nobody tells the group: its leader sees it at its next look at the metadata
  /// (`metadata.max.age.ms`), and only its leader looks.
  mutating func addPartition(
    _ topic: TopicName, into events: inout [TimedEvent]
  ) -> CommandAnswer {
    guard logs.logs.count < Scenario.partitionLimit else { return .refused(.tooManyPartitions) }
    guard isInput(topic), let log = logs.grow(topic, nowMs: nowMs) else {
      return .refused(.notInThisSource)
    }
    let count = log.partition.partition + 1
    emit(.topic(topic, partitions: count), &events)
    emit(.partitionsAdded(topic, partitions: count), &events)
    let end = LogEnd(offset: log.base, growthPerKilosecond: log.rate * 1000)
    emit(.logEnd(log.partition, end), &events)
    return .done
  }

  /// The application's code is changed: the running consumer subscribes anew, and so does the
  /// next process.
  mutating func subscribe(
    _ slot: MemberSlot, _ topics: [TopicName], into events: inout [TimedEvent]
  ) -> CommandAnswer {
    guard seats.indices.contains(slot.index),
      topics.allSatisfy(isInput)
    else { return .refused(.notInThisSource) }
    switch seats[slot.index].process {
    case .closing: return .refused(.alreadyClosing)
    case .notStarted, .ended, .dead: return .refused(.notRunning)
    case .running: break
    }
    if !topics.isEmpty { seats[slot.index].topics = topics }
    give(.subscribe(topics), to: slot, into: &events)
    return .done
  }

  /// Whether the group may read it; what its members write to is no business of the group's.
  private func isInput(_ topic: TopicName) -> Bool {
    scenario.topics.contains { $0.name == topic }
  }
}
