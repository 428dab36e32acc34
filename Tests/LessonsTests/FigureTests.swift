import Feed
import KafkaModel
import Lessons
import Simulation
import Testing

/// What the figures of the book show, beat by beat, by the rules and with more than one seed.
struct FigureTests {
  /// Whom the plan names for each partition when a beat begins, and at the end: numbers of hosts
  /// or consumers, 0 for nobody.
  private struct Figure {
    var number: String
    var beats: [(name: String, owners: [Int])]
    /// As at the last beat, unless that begins before the plan.
    var end: [Int]?
    /// At the start, and at the end.
    var generations: (Int32, Int32)
  }

  private static let figures: [Figure] = [
    Figure(number: "6-4", beats: [("even", [1, 2, 3])], generations: (1, 1)),
    Figure(
      number: "6-5", beats: [("even", [1, 2, 3]), ("dead", [1, 2, 3]), ("moved", [2, 2, 3])],
      generations: (1, 2)),
    Figure(number: "6-6", beats: [("normal", [1, 2, 3])], generations: (1, 1)),
    Figure(
      number: "6-7",
      beats: [("normal", [1, 2, 3]), ("stopped", [1, 2, 3]), ("back", [1, 2, 3])],
      generations: (1, 1)),
    Figure(
      number: "6-7-late",
      beats: [("normal", [1, 2, 3]), ("stopped", [1, 2, 3]), ("late", [2, 2, 3])],
      generations: (1, 2)),
    Figure(number: "6-8", beats: [("dealt", [1, 1, 2, 1, 1, 2])], generations: (1, 1)),
    Figure(number: "6-9", beats: [("dealt", [1, 2, 1, 2, 1, 2])], generations: (1, 1)),
    Figure(number: "6-10", beats: [("dealt", ofThree)], generations: (1, 1)),
    Figure(
      number: "6-11",
      beats: [("before", ofThree), ("dead", ofThree), ("after", [1, 3, 1, 3, 1, 3, 1, 3])],
      generations: (1, 2)),
    Figure(
      number: "6-12",
      beats: [("before", ofThree), ("dead", ofThree), ("after", [1, 1, 3, 1, 3, 3, 1, 3])],
      generations: (1, 2)),
    Figure(
      number: "6-13",
      beats: [("detect", [1, 2, 3]), ("stop", [1, 2, 3]), ("restart", [2, 2, 3])],
      generations: (1, 2)),
    Figure(
      number: "6-14",
      beats: [("detect", [2, 2, 3]), ("first", [2, 0, 3]), ("second", [2, 0, 3])],
      end: [2, 1, 3], generations: (2, 4)),
  ]

  /// Whoever dies, leaves or is restarted: hosts in their order.
  private static let surprises: [Figure] = [
    Figure(
      number: "kill-close",
      beats: [("even", inOrder), ("killed", inOrder), ("back", [2, 2, 3]), ("closed", inOrder)],
      end: [2, 2, 3], generations: (1, 4)),
    Figure(
      number: "idle", beats: [("idle", inOrder), ("dead", inOrder), ("work", [1, 2, 4])],
      generations: (1, 2)),
    Figure(
      number: "two-topics",
      beats: [
        ("range", [1, 1, 2, 3, 1, 1, 2, 3]), ("stop", [1, 1, 2, 3, 1, 1, 2, 3]),
        ("in-turn", [1, 2, 3, 1, 2, 3, 1, 2]),
      ],
      generations: (1, 3)),
    Figure(
      number: "duplicate",
      beats: [
        ("normal", inOrder), ("copy", inOrder), ("taken", [4, 2, 3]), ("fenced", [4, 2, 3]),
      ],
      generations: (1, 1)),
    Figure(
      number: "slow-poller",
      beats: [("even", inOrder), ("slow", inOrder), ("missed", inOrder), ("back", [2, 2, 3])],
      end: inOrder, generations: (1, 3)),
    Figure(
      number: "three-clocks",
      beats: [("well", inOrder), ("cut", inOrder), ("dead", inOrder), ("stuck", [1, 1, 3])],
      end: [1, 1, 1], generations: (1, 3)),
    Figure(
      number: "rolling-dynamic",
      beats: [("old", inOrder), ("first", inOrder), ("second", inOrder), ("third", inOrder)],
      generations: (1, 7)),
    Figure(
      number: "rolling-static",
      beats: [("old", inOrder), ("first", inOrder), ("second", inOrder), ("third", inOrder)],
      generations: (1, 1)),
  ]

  private static let inOrder = [1, 2, 3]
  private static let ofThree = [1, 2, 3, 1, 2, 3, 1, 2]

  private static func source(_ number: String, seed: UInt64) throws -> SimulationSource {
    let lesson = try #require(Lessons.find(number))
    return SimulationSource(scenario: lesson.scenario, seed: seed)
  }

  /// Plays to the end; `each` sees every moment.
  private static func play(
    _ source: inout SimulationSource, _ each: (SimulationSource) throws -> Void
  ) rethrows {
    try each(source)
    while !source.isOver, let next = source.nextEventMs {
      source.play(toMs: next)
      try each(source)
    }
  }

  private static func owners(_ picture: GroupPicture) -> [Int] {
    picture.partitions.map { partition in partition.planned.slot.map { $0.index + 1 } ?? 0 }
  }

  @Test func `every beat begins with the owners that its figure shows`() throws {
    // Of transactions the owners are the least that is to be told; see TransactionLessonTests.
    // Who has what depends on chance in `shuffle` and on the way in `bounces`; see SurpriseTests.
    let all = Lessons.catalogue.filter { $0.section == .figures || $0.section == .surprises }
      .map(\.number)
      .filter { $0 != "shuffle" && $0 != "bounces" }
    #expect((Self.figures + Self.surprises).map(\.number) == all)
    for figure in Self.figures + Self.surprises {
      for seed in UInt64(1)...4 {
        var source = try Self.source(figure.number, seed: seed)
        #expect(source.picture.generation == Generation(figure.generations.0))
        var owners: [[Int]] = []
        Self.play(&source) { now in
          if let beat = now.picture.beat, beat == owners.count {
            owners.append(Self.owners(now.picture))
          }
        }
        let names = source.scenario.beats.map(\.name)
        #expect(names == figure.beats.map(\.name), "\(figure.number)")
        #expect(owners == figure.beats.map(\.owners), "\(figure.number), seed \(seed)")
        #expect(Self.owners(source.picture) == figure.end ?? owners.last, "\(figure.number)")
        #expect(
          source.picture.generation == Generation(figure.generations.1), "\(figure.number) \(seed)")
        #expect(source.picture.partitions.allSatisfy { $0.status == .read }, "\(figure.number)")
      }
    }
  }

  /// Two seeds give other member ids, and the same figures.
  @Test func `member ids differ by seed`() throws {
    for figure in Self.figures {
      let ids = try (UInt64(1)...2).map {
        try Self.source(figure.number, seed: $0).picture.members.map(\.memberId)
      }
      for (first, second) in zip(ids[0], ids[1]) { #expect(first == nil || first != second) }
    }
  }

  @Test func `6-13, stop: nobody reads any partition`() throws {
    for seed in UInt64(1)...4 {
      var source = try Self.source("6-13", seed: seed)
      var moments = 0
      Self.play(&source) { now in
        guard now.picture.beat == 1 else { return }
        moments += 1
        #expect(now.picture.partitions.allSatisfy { !$0.status.isRead })
      }
      #expect(moments > 5)
    }
  }

  @Test func `6-14, first: only partition 1 is unread, and the others never are`() throws {
    for seed in UInt64(1)...4 {
      var source = try Self.source("6-14", seed: seed)
      var moments = 0
      Self.play(&source) { now in
        let isRead = now.picture.partitions.map(\.status.isRead)
        #expect(isRead[0] && isRead[2])
        guard now.picture.beat == 1 else { return }
        moments += 1
        #expect(!isRead[1])
      }
      #expect(moments > 2)
      let account = try #require(source.picture.rebalance)
      #expect(account.rounds == 2 && account.count(.kept) == 2 && account.count(.moved) == 1)
      #expect(account.isOfHealthy(1) && source.picture.accountNotReadMs(1) > 1000)
    }
  }

  @Test func `6-7, stopped: generation unchanged, partition 0 assigned but unread`() throws {
    for seed in UInt64(1)...4 {
      var source = try Self.source("6-7", seed: seed)
      let memberId = source.picture.members[0].memberId
      Self.play(&source) { now in
        #expect(now.picture.generation == Generation(1) && now.picture.state == .stable)
        guard now.picture.beat == 1 else { return }
        #expect(now.picture.partitions[0].planned == .slot(MemberSlot(0)))
        #expect(now.picture.partitions.map(\.status.isRead) == [false, true, true])
      }
      #expect(source.picture.members[0].memberId != memberId)
      #expect(source.picture.members[0].returnedMs != nil)
    }
  }

  @Test func `6-11 against 6-12: round robin moves needlessly, sticky only orphans`() throws {
    for seed in UInt64(1)...4 {
      let verdicts = try ["6-11", "6-12"].map { number in
        var source = try Self.source(number, seed: seed)
        Self.play(&source) { _ in }
        let account = try #require(source.picture.rebalance)
        return [RebalanceAccount.Verdict.kept, .moved, .needless].map(account.count)
      }
      #expect(verdicts == [[3, 3, 2], [5, 3, 0]])
    }
  }

  @Test func `6-5: until the session ends nobody knows`() throws {
    var source = try Self.source("6-5", seed: 1)
    while source.picture.beat != 1, let next = source.nextEventMs { source.play(toMs: next) }
    source.play(toMs: source.nowMs + 5000)
    #expect(source.picture.state == .stable)
    #expect(source.picture.partitions.map(\.status) == [.ghost, .read, .read])
    #expect(source.picture.notReadMs(0) == 5000)
  }
}
