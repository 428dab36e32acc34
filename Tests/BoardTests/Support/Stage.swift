import Board
import Feed
import KafkaModel
import Narration

/// A group told by hand, event by event, as a source would tell it.
struct Stage {
  var picture = GroupPicture()
  var timeline = Timeline()
  var log: [TimedEvent] = []
  let topics: [(TopicName, Int32)]

  static let simulation = Capabilities(
    kind: .simulation, canTravel: true, canAct: true, seesCoordinator: true)

  init(topics: [(TopicName, Int32)] = [("peter-test06", 3)], sessionMs: Int64 = 10_000) {
    self.topics = topics
    let facts = GroupFacts(
      groupId: "peter-consumer01", assignors: ["range"], coordinator: BrokerId(2),
      settings: [
        Setting("session.timeout.ms", "\(sessionMs)", .consumer),
        Setting("heartbeat.interval.ms", "3000", .consumer),
        Setting("max.poll.interval.ms", "300000", .consumer),
        Setting("group.initial.rebalance.delay.ms", "3000", .broker),
      ])
    at(0, .group(facts))
    for (topic, count) in topics {
      at(0, .topic(topic, partitions: count))
      for number in 0..<count {
        let partition = TopicPartition(topic, number)
        at(0, .logEnd(partition, LogEnd(offset: Offset(0), growthPerKilosecond: 5000)))
        at(0, .committed(partition, Offset(0)))
      }
    }
  }

  mutating func at(_ timeMs: Int64, _ events: FeedEvent...) {
    for event in events {
      let timed = TimedEvent(timeMs, event)
      log.append(timed)
      picture.apply(timed, into: &timeline)
    }
  }

  mutating func advance(to ms: Int64) { picture.advance(toMs: ms) }

  var view: FeedView { FeedView(picture: picture, timeline: timeline, log: log) }

  var partitions: [TopicPartition] { picture.partitions.map(\.partition) }

  static func id(_ slot: Int) -> MemberId { MemberId("rdkafka-\(slot)") }

  mutating func see(_ count: Int, instanceIds: Bool = false, at ms: Int64 = 0) {
    for index in picture.members.count..<(picture.members.count + count) {
      let name = "peter-kafka" + (index < 9 ? "0" : "") + "\(index + 1)"
      let slot = MemberSlot(index)
      let identity = MemberIdentity(
        name: name, clientId: ClientId(name),
        instanceId: instanceIds ? InstanceId("consumer-\(name)") : nil)
      at(ms, .memberSeen(slot, identity), .process(slot, .started))
    }
  }

  /// One whole rebalance: join, plan, sync, read; `shares` by slot.
  mutating func rebalance(
    from ms: Int64, generation: Int32, cause: RebalanceCause?, shares: [[Int]],
    members: [Int], readAt: Int64? = nil
  ) {
    at(ms, .groupState(.preparingRebalance, Generation(generation - 1), cause))
    for (order, index) in members.enumerated() {
      join(index, at: ms + 1500 + Int64(order) * 500)
    }
    complete(at: ms + 3000, generation: generation, shares: shares, members: members)
    start(at: readAt ?? ms + 3300, members: members)
  }

  mutating func join(_ index: Int, at ms: Int64) {
    let slot = MemberSlot(index)
    at(ms, .revoked(slot, picture[slot].owned))
    at(ms, .doing(slot, .joining), .requestSent(slot, .joinGroup))
    if !picture[slot].isMember { at(ms, .memberAdded(slot, Self.id(index))) }
    at(ms, .memberId(slot, Self.id(index)), .joined(slot))
  }

  mutating func complete(at ms: Int64, generation: Int32, shares: [[Int]], members: [Int]) {
    at(ms, .groupState(.completingRebalance, Generation(generation), nil))
    let leader = MemberSlot(members[0])
    at(ms, .leader(leader), .doing(leader, .assigning))
    for index in members {
      at(ms + 20, .requestSent(MemberSlot(index), .syncGroup))
      if index != members[0] { at(ms + 20, .doing(MemberSlot(index), .syncing)) }
    }
    let list = partitions
    let plan = members.enumerated().map { order, index in
      PlannedShare(
        slot: MemberSlot(index), memberId: Self.id(index),
        partitions: shares[order].map { list[$0] })
    }
    at(ms + 40, .plan(Generation(generation), plan))
    at(ms + 40, .groupState(.stable, Generation(generation), nil))
    for (order, index) in members.enumerated() {
      let slot = MemberSlot(index)
      at(
        ms + 60, .assigned(slot, shares[order].map { list[$0] }, Generation(generation)),
        .doing(slot, shares[order].isEmpty ? .idle : .fetchingOffsets))
    }
  }

  mutating func start(at ms: Int64, members: [Int]) {
    for index in members {
      let slot = MemberSlot(index)
      for partition in picture[slot].owned {
        let place = picture.place(of: partition) ?? 0
        let from = picture.partitions[place].committed ?? Offset(0)
        at(ms, .readingStarted(slot, partition, from))
      }
      if !picture[slot].owned.isEmpty { at(ms, .doing(slot, .reading)) }
    }
  }

  mutating func heartbeats(_ members: [Int], at ms: Int64, sessionMs: Int64 = 10_000) {
    for index in members {
      at(
        ms, .heartbeat(MemberSlot(index)),
        .deadline(.session(MemberSlot(index)), dueMs: ms + sessionMs),
        .deadline(.heartbeat(MemberSlot(index)), dueMs: ms + 3000))
    }
  }

  mutating func commitAll(at ms: Int64, behind: Int64 = 8) {
    for place in picture.partitions.indices {
      let end = picture.partitions[place].logEnd(atMs: ms) ?? Offset(0)
      at(ms, .position(picture.partitions[place].reader ?? MemberSlot(0), partitions[place], end))
      at(ms, .committed(partitions[place], Offset(max(0, end.value - behind))))
    }
  }
}
