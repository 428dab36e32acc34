/// Topic by topic, contiguous shares in member order; the first members get the odd ones
/// (`org.apache.kafka.clients.consumer.RangeAssignor`; racks since KIP-881).
public struct RangeAssignor: Assignor {
  public init() {}

  public var name: String { "range" }

  public func assign<Observer: AssignorObserver>(
    _ input: AssignmentInput, observer: inout Observer
  ) -> [MemberAssignment] {
    let order = input.memberOrder
    var rounds = Self.rounds(input, order)
    let isOutOfOrder = RangeRacks.assign(&rounds)
    for index in rounds.indices { rounds[index].assignRest() }
    if Observer.isWatching {
      Self.tell(rounds, order.map { input.members[$0].memberId }, &observer)
    }
    var result = input.members.map { MemberAssignment(memberId: $0.memberId) }
    for round in rounds {
      for share in round.given {
        result[order[round.subscribers[share.slot]]].partitions.append(
          TopicPartition(round.topic.name, share.partition))
      }
    }
    if isOutOfOrder {
      for index in result.indices { result[index].partitions.sort() }
    }
    return result
  }

  private static func rounds(_ input: AssignmentInput, _ order: [Int]) -> [RangeRound] {
    let racks = order.map { position in
      let rack = input.members[position].subscription.rackId
      return rack == "" ? nil : rack
    }
    let table = SubscribedTopics(input)
    return zip(table.topics, table.subscriberPlaces(order)).map { topic, subscribers in
      RangeRound(topic: topic, subscribers: subscribers, racks: racks)
    }
  }

  /// - Parameter members: in the member order.
  private static func tell<Observer: AssignorObserver>(
    _ rounds: [RangeRound], _ members: [MemberId], _ observer: inout Observer
  ) {
    for round in rounds {
      observer.topicBegan(
        round.topic.name, partitionCount: round.topic.partitionCount,
        members: round.subscribers.map { members[$0] })
      for (share, reason) in zip(round.given, round.reasons) {
        observer.gave(
          TopicPartition(round.topic.name, share.partition),
          to: members[round.subscribers[share.slot]], because: reason)
      }
    }
  }
}
