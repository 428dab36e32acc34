import Feed
import KafkaModel

/// The order in which an assignor deals the group's partitions: what its observer sees when it is
/// run for the members of now.
struct DealOrder {
  struct Turn: Hashable {
    var partition: TopicPartition
    var slot: MemberSlot
  }

  let turns: [Turn]

  /// For the members that the coordinator counts, all subscribed to all topics that are shown.
  init(_ picture: GroupPicture, by assignor: any Assignor) {
    var topics: [AssignmentTopic] = []
    for partition in picture.partitions.map(\.partition) {
      if let place = topics.firstIndex(where: { $0.name == partition.topic }) {
        topics[place].partitionCount += 1
      } else {
        topics.append(AssignmentTopic(name: partition.topic, partitionCount: 1))
      }
    }
    topics.sort { $0.name < $1.name }
    let names = topics.map(\.name)
    let members = picture.members.compactMap { member -> AssignmentMember? in
      guard member.isMember, let id = member.memberId else { return nil }
      return AssignmentMember(
        memberId: id, groupInstanceId: member.identity.instanceId,
        subscription: ConsumerSubscription(topics: names))
    }
    var watcher = Watcher()
    if !members.isEmpty {
      let input = AssignmentInput(members: members, topics: topics)
      _ = try? assignor.assign(input, observer: &watcher)
    }
    turns = watcher.given.compactMap { partition, id in
      picture.slot(of: id).map { Turn(partition: partition, slot: $0) }
    }
  }

  private struct Watcher: AssignorObserver {
    var given: [(TopicPartition, MemberId)] = []

    mutating func topicBegan(_ topic: TopicName, partitionCount: Int32, members: [MemberId]) {}

    mutating func gave(
      _ partition: TopicPartition, to member: MemberId, because: AssignmentReason
    ) {
      given.append((partition, member))
    }
  }
}
