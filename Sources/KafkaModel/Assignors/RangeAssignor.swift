/// Topic by topic, contiguous shares in member order; the first members get the odd ones
/// (`org.apache.kafka.clients.consumer.RangeAssignor`; racks since KIP-881).
public struct RangeAssignor: Assignor {
  public init() {}

  public var name: String { "range" }

  public func assign<Observer: AssignorObserver>(
    _ input: AssignmentInput, observer: inout Observer
  ) -> [MemberAssignment] {
    var result = input.members.map { MemberAssignment(memberId: $0.memberId) }
    let table = SubscribedTopics(input)
    let lists = table.subscribers(inOrder: input.memberOrder)
    var rounds: [RangeRound] = []
    rounds.reserveCapacity(lists.count)
    for (topic, subscribers) in zip(table.topics, lists) {
      if Observer.isWatching {
        observer.topicBegan(
          topic.name, partitionCount: topic.partitionCount,
          members: subscribers.map { input.members[$0].memberId })
      }
      rounds.append(RangeRound(topic: topic, subscribers: subscribers, members: input.members))
    }
    let isOutOfOrder = RangeRacks.assign(&rounds)
    for index in rounds.indices {
      rounds[index].assignRest()
      for share in rounds[index].given {
        let member = rounds[index].subscribers[share.slot].member
        let partition = TopicPartition(rounds[index].topic.name, share.partition)
        if Observer.isWatching {
          observer.gave(partition, to: input.members[member].memberId, because: share.reason)
        }
        result[member].partitions.append(partition)
      }
    }
    if isOutOfOrder {
      for index in result.indices { result[index].partitions.sort() }
    }
    return result
  }
}

/// The division of one topic (`TopicAssignmentState`).
struct RangeRound {
  struct Subscriber {
    /// The position in `AssignmentInput.members`.
    var member: Int
    var rack: String?
    var count: Int32 = 0
  }

  struct Share {
    /// The position in `subscribers`.
    var slot: Int
    var partition: Int32
    var reason: AssignmentReason
  }

  let topic: AssignmentTopic
  var subscribers: [Subscriber]
  /// In the order in which they were given.
  var given: [Share] = []
  private var isTaken: [Bool]
  private let quota: Int32
  /// How many members may still get one more than the quota.
  private var extrasLeft: Int32

  init(topic: AssignmentTopic, subscribers: [Int], members: [AssignmentMember]) {
    self.topic = topic
    self.subscribers = subscribers.map {
      let rack = members[$0].subscription.rackId
      return Subscriber(member: $0, rack: rack == "" ? nil : rack)
    }
    isTaken = Array(repeating: false, count: Int(topic.partitionCount))
    let count = Int32(subscribers.count)
    quota = topic.partitionCount / count
    extrasLeft = topic.partitionCount % count
  }

  /// How many more partitions the member in `slot` may get.
  func room(_ slot: Int) -> Int32 {
    max(0, quota + (extrasLeft > 0 ? 1 : 0) - subscribers[slot].count)
  }

  func isFree(_ partition: Int32) -> Bool { !isTaken[Int(partition)] }

  /// A member without a rack matches everything.
  func racksMatch(_ slot: Int, _ partition: Int32) -> Bool {
    guard let rack = subscribers[slot].rack else { return true }
    return Int(partition) < topic.racks.count && topic.racks[Int(partition)].contains(rack)
  }

  /// The odd one goes to whoever first reaches beyond the quota.
  mutating func give(_ partition: Int32, to slot: Int, because reason: AssignmentReason) {
    subscribers[slot].count += 1
    if subscribers[slot].count > quota { extrasLeft -= 1 }
    isTaken[Int(partition)] = true
    given.append(Share(slot: slot, partition: partition, reason: reason))
  }

  /// The plain rule: each member in order, the next free partitions until its share is full.
  mutating func assignRest() {
    var next: Int32 = 0
    for slot in subscribers.indices {
      var left = room(slot)
      let share = left
      var first: Int32 = -1
      while left > 0 && next < topic.partitionCount {
        if isFree(next) {
          if first < 0 { first = next }
          give(next, to: slot, because: .rangeShare(first: first, share: share))
          left -= 1
        }
        next += 1
      }
    }
  }
}
