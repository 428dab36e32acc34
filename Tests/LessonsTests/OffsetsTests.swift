import Feed
import KafkaModel
import Lessons
import Simulation
import Testing

/// The lesson in which a reader resumes at what it has committed.
struct OffsetsTests {
  private static let partition = TopicPartition("peter-test06", 0)
  private static let member = MemberSlot(0)

  /// All that happens until the end.
  private static func events(seed: UInt64, isLatest: Bool = false) throws -> [TimedEvent] {
    var scenario = try #require(Lessons.find("offsets")).scenario
    if isLatest { scenario.consumer.autoOffsetReset = .latest }
    var source = SimulationSource(scenario: scenario, seed: seed)
    var events: [TimedEvent] = []
    while !source.isOver, let next = source.nextEventMs { events += source.drain(toMs: next) }
    return events
  }

  /// The offsets that were written for the partition, oldest first.
  private static func commits(_ events: ArraySlice<TimedEvent>) -> [(atMs: Int64, Offset)] {
    events.flatMap { timed -> [(atMs: Int64, Offset)] in
      guard case .written(_, let records) = timed.event else { return [] }
      return records.compactMap { record in
        guard case .offset(_, partition, let offset?) = record else { return nil }
        return (timed.timeMs, offset)
      }
    }
  }

  private static func firstReads(_ events: [TimedEvent]) -> [Offset] {
    events.compactMap { timed in
      guard case .readingStarted(member, partition, let offset) = timed.event else { return nil }
      return offset
    }
  }

  private static func positions(_ events: ArraySlice<TimedEvent>) -> [Offset] {
    events.compactMap { timed in
      guard case .position(member, partition, let offset) = timed.event else { return nil }
      return offset
    }
  }

  @Test func `a group without commits begins with the first record`() throws {
    for seed in UInt64(1)...4 {
      let events = try Self.events(seed: seed)
      #expect(Self.firstReads(events).first == Offset(0))
    }
  }

  /// Its answer is the log's end when it was asked: 5 records a second since 0:00.
  @Test func `with latest it would begin at the end, and leave out what was there`() throws {
    let events = try Self.events(seed: 1, isLatest: true)
    let asked = try #require(
      events.first { timed in
        guard case .readingStarted(Self.member, Self.partition, _) = timed.event else {
          return false
        }
        return true
      })
    let first = try #require(Self.firstReads(events).first)
    #expect(first >= Offset(asked.timeMs / 200 - 1) && first > Offset(30))
  }

  @Test func `it commits every five seconds what it has read`() throws {
    let events = try Self.events(seed: 1)
    let died = try #require(events.firstIndex { $0.event == .process(Self.member, .killed) })
    let times = Self.commits(events[..<died]).map(\.atMs)
    #expect(times.count == 2)
    #expect(zip(times, times.dropFirst()).allSatisfy { abs($1 - $0 - 5000) < 100 })
  }

  @Test func `the first record after the restart is the committed offset`() throws {
    for seed in UInt64(1)...4 {
      let events = try Self.events(seed: seed)
      let died = try #require(events.firstIndex { $0.event == .process(Self.member, .killed) })
      let committed = try #require(Self.commits(events[..<died]).last).1
      let read = try #require(Self.positions(events[..<died]).last)
      #expect(Self.firstReads(events) == [Offset(0), committed], "seed \(seed)")
      // What lies between was read and is read again; then it goes on.
      #expect(read - committed > 10)
      let again = Self.positions(events[died...])
      #expect(again.first.map { $0 > committed } == true)
      #expect(again.last.map { $0 > read } == true)
    }
  }

  @Test func `nobody else notices: no rebalance`() throws {
    let events = try Self.events(seed: 1)
    let died = try #require(events.firstIndex { $0.event == .process(Self.member, .killed) })
    for timed in events[died...] {
      if case .groupState = timed.event { Issue.record("\(timed)") }
    }
  }

  @Test func `the group lives in the partition that its name's hash says`() {
    #expect(GroupId("peter-consumer01").offsetsPartition() == 20)
    #expect(GroupId("peter-consumer02").offsetsPartition() == 21)
    #expect(GroupId("peter-consumer-01").offsetsPartition() == 21)
  }
}
