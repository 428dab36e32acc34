import Feed
import KafkaModel

/// Figure 6-5 by hand: three members with one partition each, the first is killed.
///
/// Times in milliseconds: settled at 100, killed at 1000, removed at 11000, Stable at 11800, the
/// new owner's first fetch at 12000.
enum Story {
  static let topic = TopicName("peter-test06")
  static let a = MemberSlot(0)
  static let b = MemberSlot(1)
  static let c = MemberSlot(2)

  static func partition(_ number: Int32) -> TopicPartition { TopicPartition(topic, number) }
  static func id(_ slot: MemberSlot) -> MemberId { MemberId("rdkafka-\(slot.index)") }

  static func share(_ slot: MemberSlot, _ numbers: Int32...) -> PlannedShare {
    PlannedShare(slot: slot, memberId: id(slot), partitions: numbers.map(partition))
  }

  static func seen(_ slot: MemberSlot) -> TimedEvent {
    TimedEvent(
      0,
      .memberSeen(slot, MemberIdentity(name: "peter-kafka0\(slot.index + 1)", clientId: "rdkafka")))
  }

  static let start: [TimedEvent] =
    [
      TimedEvent(
        0,
        .group(
          GroupFacts(
            groupId: "peter-consumer01", assignors: ["range"], coordinator: BrokerId(2),
            settings: [Setting("session.timeout.ms", "10000", .consumer)]))),
      TimedEvent(0, .topic(topic, partitions: 3)),
    ] + [a, b, c].map(seen)

  static let joined: [TimedEvent] =
    [TimedEvent(10, .groupState(.preparingRebalance, Generation(0), .groupWasEmpty(id(a))))]
    + [a, b, c].flatMap {
      [
        TimedEvent(20, .memberAdded($0, id($0))), TimedEvent(20, .joined($0)),
        TimedEvent(20, .doing($0, .joining)),
      ]
    } + [
      TimedEvent(50, .groupState(.completingRebalance, Generation(1), nil)),
      TimedEvent(50, .leader(a)),
      TimedEvent(60, .plan(Generation(1), [share(a, 0), share(b, 1), share(c, 2)])),
      TimedEvent(60, .groupState(.stable, Generation(1), nil)),
    ]

  static let settled: [TimedEvent] =
    [a, b, c].flatMap { slot in
      let own = partition(Int32(slot.index))
      return [
        TimedEvent(80, .assigned(slot, [own], Generation(1))),
        TimedEvent(80, .logEnd(own, LogEnd(offset: Offset(4), growthPerKilosecond: 1_000_000))),
        TimedEvent(80, .committed(own, Offset(3))),
      ]
    }
    + [a, b, c].flatMap { slot in
      [
        TimedEvent(100, .doing(slot, .reading)),
        TimedEvent(100, .readingStarted(slot, partition(Int32(slot.index)), Offset(3))),
      ]
    }

  static let killed: [TimedEvent] = [
    TimedEvent(900, .position(a, partition(0), Offset(10))),
    TimedEvent(900, .deadline(.session(a), dueMs: 11_000)),
    TimedEvent(1_000, .process(a, .killed)),
  ]

  static let removed: [TimedEvent] = [
    TimedEvent(11_000, .memberRemoved(a, id(a), .sessionTimedOut)),
    TimedEvent(11_000, .groupState(.preparingRebalance, Generation(1), .sessionTimedOut(id(a)))),
  ]

  static let planned: [TimedEvent] =
    [b, c].flatMap { slot in
      [
        TimedEvent(11_500, .doing(slot, .revoking)),
        TimedEvent(11_500, .revoked(slot, [partition(Int32(slot.index))])),
        TimedEvent(11_500, .joined(slot)),
      ]
    } + [
      TimedEvent(11_600, .groupState(.completingRebalance, Generation(2), nil)),
      TimedEvent(11_600, .leader(b)),
      TimedEvent(11_800, .plan(Generation(2), [share(b, 0, 1), share(c, 2)])),
      TimedEvent(11_800, .groupState(.stable, Generation(2), nil)),
    ]

  static let readAgain: [TimedEvent] = [
    TimedEvent(11_900, .assigned(b, [partition(0), partition(1)], Generation(2))),
    TimedEvent(11_900, .assigned(c, [partition(2)], Generation(2))),
    TimedEvent(12_000, .doing(b, .reading)),
    TimedEvent(12_000, .doing(c, .reading)),
    TimedEvent(12_000, .readingStarted(b, partition(0), Offset(3))),
    TimedEvent(12_000, .readingStarted(b, partition(1), Offset(5))),
    TimedEvent(12_100, .readingStarted(c, partition(2), Offset(5))),
  ]

  static let whole = start + joined + settled + killed + removed + planned + readAgain
}
