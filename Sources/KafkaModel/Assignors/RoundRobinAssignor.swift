/// All partitions in order of topic and number, one by one to the members in turn
/// (`org.apache.kafka.clients.consumer.RoundRobinAssignor`).
///
/// The turn skips members that do not subscribe to the topic and goes on from one topic to the
/// next. Members with an instance id come first, by it (KIP-345).
public struct RoundRobinAssignor: Assignor {
  public init() {}

  public var name: String { "roundrobin" }

  public func assign<Observer: AssignorObserver>(
    _ input: AssignmentInput, observer: inout Observer
  ) -> [MemberAssignment] {
    var result = input.members.map { MemberAssignment(memberId: $0.memberId) }
    let table = SubscribedTopics(input)
    for index in result.indices {
      result[index].partitions.reserveCapacity(table.partitionCount / result.count + 1)
    }
    let order = input.memberOrder
    // Here members go by their place in the order, as the turn does.
    var turn = 0
    for (topic, places) in zip(table.topics, table.subscriberPlaces(order)) {
      if Observer.isWatching {
        observer.topicBegan(
          topic.name, partitionCount: topic.partitionCount,
          members: places.map { input.members[order[$0]].memberId })
      }
      var next = Self.firstIndex(notBelow: turn, in: places)
      for number in 0..<topic.partitionCount {
        if next == places.count { next = 0 }
        let member = order[places[next]]
        let partition = TopicPartition(topic.name, number)
        result[member].partitions.append(partition)
        if Observer.isWatching {
          observer.gave(partition, to: input.members[member].memberId, because: .turn)
        }
        next += 1
      }
      turn = places[next - 1] + 1
    }
    return result
  }

  /// Bisection; `count` where all are below.
  private static func firstIndex(notBelow turn: Int, in places: [Int]) -> Int {
    var low = 0
    var high = places.count
    while low < high {
      let middle = (low + high) / 2
      if places[middle] < turn { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
