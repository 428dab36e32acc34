import Feed
import KafkaModel
import Lessons
import Simulation
import Testing

/// What the lessons about transactions claim, told by the events, with more than one seed.
struct TransactionLessonTests {
  /// A lesson from its start to its end.
  private struct Run {
    var source: SimulationSource
    var events: [TimedEvent] = []
    /// The picture when a beat began.
    var beats: [GroupPicture] = []

    init(_ scenario: Scenario, seed: UInt64) {
      source = SimulationSource(scenario: scenario, seed: seed)
      if source.picture.beat != nil { beats.append(source.picture) }
      while !source.isOver, let next = source.nextEventMs {
        events += source.drain(toMs: next)
        if source.picture.beat ?? -1 >= beats.count { beats.append(source.picture) }
      }
    }

    var all: [FeedEvent] { events.map(\.event) }
    var tally: DeliveryTally? { source.picture.transactions.tally }

    func count(_ isWanted: (TransactionEvent) -> Bool) -> Int {
      all.count { if case .transaction(let event) = $0 { isWanted(event) } else { false } }
    }

    func firstMs(_ isWanted: (FeedEvent) -> Bool) throws -> Int64 {
      try #require(events.first { isWanted($0.event) }).timeMs
    }
  }

  private static let (a, b) = (MemberSlot(0), MemberSlot(1))
  private static let first = TopicPartition("peter-test05", 0)

  private func eachSeed(_ number: String, _ body: (Run) throws -> Void) throws {
    let lesson = try #require(Lessons.find(number))
    for seed in UInt64(1)...4 {
      let run = Run(lesson.scenario, seed: seed)
      #expect(run.beats.count == lesson.scenario.beats.count, "\(number), seed \(seed)")
      #expect(run.source.picture.partitions.allSatisfy { $0.status == .read }, "\(number) \(seed)")
      try body(run)
    }
  }

  @Test func `transactions: two offsets each, and what is aborted is passed over`() throws {
    try eachSeed("transactions") { run in
      // A record and its marker, twice.
      let end = run.source.picture.partitions[0].logEnd(atMs: run.source.nowMs)
      #expect(end == Offset(4) && run.source.picture.partitions[0].position == Offset(4))
      // The record is there, and nobody gets it before the marker.
      #expect(run.beats[1].stableOffset(0) == Offset(0))
      #expect(run.beats[2].partitions[0].position ?? Offset(0) == Offset(0))
      #expect(run.source.picture.stableOffset(0) == nil)
    }
  }

  @Test func `held-back: a reader stops at it, and gets all at its end`() throws {
    try eachSeed("held-back") { run in
      let open = try #require(run.beats[1].stableOffset(0))
      let before = run.beats[2]
      #expect(before.partitions[0].position == open)
      #expect(try #require(before.lag(ofStable: open)) > 30)
      #expect(run.source.picture.partitions[0].lag(atMs: run.source.nowMs) ?? 99 < 20)
    }
  }

  @Test func `at-least-once: three records are handed on twice`() throws {
    try eachSeed("at-least-once") { run in
      #expect(run.tally?.duplicates == 3 && run.tally?.lost == 0 && run.tally?.done == 6)
    }
  }

  @Test func `exactly-once: the same death, each record once`() throws {
    try eachSeed("exactly-once") { run in
      #expect(
        run.tally == DeliveryTally(done: 6, committed: 6, duplicates: 0, lost: 0, aborted: 3))
      #expect(run.count { if case .fenced(_, _, .initialized) = $0 { true } else { false } } == 1)
    }
  }

  @Test func `zombie: the group refuses its offsets, and its records never count`() throws {
    try eachSeed("zombie") { run in
      #expect(
        run.count {
          if case .mustAbort(ProducerSlot(0), .txnOffsetCommit, .unknownMemberId) = $0 {
            true
          } else {
            false
          }
        } == 1)
      #expect(
        run.tally == DeliveryTally(done: 6, committed: 6, duplicates: 0, lost: 0, aborted: 3))
    }
  }

  @Test func `txn-timeout: who inherits waits for the end of what is open`() throws {
    try eachSeed("txn-timeout") { run in
      let ended = try run.firstMs {
        if case .transaction(.fenced(_, _, .timedOut)) = $0 { true } else { false }
      }
      let reads = try run.firstMs {
        if case .readingStarted(Self.b, Self.first, _) = $0 { true } else { false }
      }
      let assigned = try run.firstMs {
        if case .assigned(Self.b, let list, _) = $0 { list.contains(Self.first) } else { false }
      }
      #expect(assigned < ended && ended < reads && reads - assigned > 30_000)
      #expect(
        run.tally == DeliveryTally(done: 6, committed: 6, duplicates: 0, lost: 0, aborted: 3))
    }
  }

  @Test func `read-committed: committed input, and duplicates all the same`() throws {
    try eachSeed("read-committed") { run in
      #expect(run.tally?.duplicates == 3 && run.tally?.lost == 0)
    }
  }

  @Test func `compared: duplicates or none, one word differs`() throws {
    for number in ["at-least-once", "exactly-once", "zombie", "read-committed"] {
      let lesson = try #require(Lessons.find(number))
      let compared = ComparedLesson(of: lesson, scenario: lesson.scenario, seed: lesson.seed)
      #expect(compared.columns.map(\.title.english) == ["at least once", "exactly once"])
      let tallies = compared.columns.map { Run($0.scenario, seed: compared.seed).tally }
      #expect(tallies[0]?.duplicates ?? 0 > 0 && tallies[1]?.duplicates == 0, "\(number)")
      #expect(tallies.allSatisfy { $0?.lost == 0 }, "\(number)")
    }
  }

  @Test func `compared: read_committed waits, read_uncommitted does not`() throws {
    let lesson = try #require(Lessons.find("held-back"))
    let compared = ComparedLesson(of: lesson, scenario: lesson.scenario, seed: lesson.seed)
    #expect(compared.columns.map(\.title.english) == ["read_uncommitted", "read_committed"])
    let positions = compared.columns.map { column in
      var source = SimulationSource(scenario: column.scenario, seed: compared.seed)
      source.play(toMs: source.nowMs + 20_000)
      return source.picture.partitions[0].position ?? Offset(0)
    }
    #expect(positions[0] > positions[1] + 20)
  }
}

extension GroupPicture {
  /// What a read_committed reader does not get of partition 0.
  fileprivate func lag(ofStable stable: Offset) -> Int64? {
    partitions[0].logEnd(atMs: timeMs).map { $0 - stable }
  }
}
