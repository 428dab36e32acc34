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
    let input = AssignmentInput(members: members, topics: topics)
    let deal = members.isEmpty ? nil : Deal(of: input, by: assignor, slot: picture.slot)
    turns = (deal?.moves ?? []).compactMap { move in
      guard case .gave(let partition, let slot, _) = move else { return nil }
      return Turn(partition: partition, slot: slot)
    }
  }
}
