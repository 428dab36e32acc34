import Feed
import KafkaModel
import Lessons
import Simulation
import Testing

/// What happens otherwise than most people think, told by the events.
struct SurpriseTests {
  /// A lesson from its start to its end.
  private struct Run {
    var start: SimulationSource
    var source: SimulationSource
    var events: [TimedEvent]

    init(_ number: String, seed: UInt64? = nil) throws {
      let lesson = try #require(Lessons.find(number))
      start = SimulationSource(scenario: lesson.scenario, seed: seed ?? lesson.seed)
      source = start
      events = []
      while !source.isOver, let next = source.nextEventMs { events += source.drain(toMs: next) }
    }

    var all: [FeedEvent] { events.map(\.event) }
    var states: [GroupState] {
      all.compactMap { if case .groupState(let state, _, _) = $0 { state } else { nil } }
    }

    func firstMs(_ wanted: FeedEvent) throws -> Int64 {
      try #require(events.first { $0.event == wanted }, "\(wanted)").timeMs
    }

    /// Why a member was removed, each time.
    func removals(_ slot: MemberSlot) -> [RemovalReason] {
      all.compactMap {
        if case .memberRemoved(slot, _, let reason) = $0 { reason } else { nil }
      }
    }
  }

  private static let (a, b, c, d) = (MemberSlot(0), MemberSlot(1), MemberSlot(2), MemberSlot(3))
  private static let first = TopicPartition("peter-test06", 0)

  /// The rebalance that the picture shows: partition-milliseconds not read, records read twice.
  private static func price(_ picture: GroupPicture) -> (notReadMs: Int64, twice: Int64) {
    (
      picture.partitions.indices.reduce(0) { $0 + picture.accountNotReadMs($1) },
      picture.rebalance?.readTwice.reduce(0, +) ?? 0
    )
  }

  @Test func `kill-close: a kill costs a session, a close next to nothing`() throws {
    for seed in UInt64(1)...4 {
      let run = try Run("kill-close", seed: seed)
      let closed = Self.price(run.source.picture)
      var source = run.start
      while source.picture.beat != 2, let next = source.nextEventMs { source.play(toMs: next) }
      let killed = Self.price(source.picture)
      #expect(killed.notReadMs > 10_000 && killed.notReadMs > closed.notReadMs + 5000)
      #expect(killed.twice > 0 && closed.twice == 0)
      #expect(run.removals(Self.a) == [.sessionTimedOut, .left])
    }
  }

  @Test func `idle: the fourth member is given nothing until one dies`() throws {
    let run = try Run("idle")
    #expect(run.start.picture[Self.d].isMember && run.start.picture[Self.d].owned.isEmpty)
    let began = run.all.compactMap {
      if case .readingStarted(Self.d, let partition, _) = $0 { partition } else { nil }
    }
    #expect(began == [TopicPartition("peter-test06", 2)])
    #expect(try run.firstMs(.process(Self.c, .killed)) < run.source.nowMs)
    #expect(run.source.picture[Self.d].reads == 1)
  }

  @Test func `two-topics: the first has twice as many, until all are dealt in turn`() throws {
    let run = try Run("two-topics")
    #expect(run.start.picture.members.map(\.reads) == [4, 2, 2])
    #expect(run.source.picture.members.map(\.reads) == [3, 3, 2])
    // The script's own stop does not begin the script anew.
    #expect(run.states.filter { $0 == .empty }.count == 1)
  }

  @Test func `shuffle: partitions move between members that were well`() throws {
    let run = try Run("shuffle")
    #expect(
      run.start.picture.members.allSatisfy { $0.memberId?.text.hasPrefix("rdkafka-") == true })
    let account = try #require(run.source.timeline.rebalances.last)
    #expect(account.count(.needless) >= 1)
    for place in account.before.indices where account.verdict(place) == .needless {
      let both = [account.before[place].slot, account.after[place].slot]
      #expect(both == [Self.b, Self.c] || both == [Self.c, Self.b])
    }
    for slot in [Self.b, Self.c] {
      #expect(run.removals(slot).isEmpty)
      #expect(run.start.picture[slot].memberId == run.source.picture[slot].memberId)
    }
    #expect(run.start.picture[Self.a].memberId != run.source.picture[Self.a].memberId)
  }

  @Test func `shuffle: who gets which number is chance`() throws {
    let deals = try (UInt64(1)...8).map { seed in
      try Run("shuffle", seed: seed).source.picture.partitions.map { $0.planned.slot?.index }
    }
    #expect(deals.contains { $0 != deals[0] })
  }

  @Test func `duplicate: the older process is fenced, and nothing rebalances`() throws {
    for seed in UInt64(1)...4 {
      let run = try Run("duplicate", seed: seed)
      #expect(run.removals(Self.a) == [.fenced])
      let failures = run.all.compactMap {
        if case .failed(let slot, _, let error) = $0 { (slot, error) } else { nil }
      }
      try #require(failures.count == 1)
      #expect(failures[0] == (Self.a, .fencedInstanceId))
      #expect(run.states.isEmpty)
      #expect(run.source.picture.generation == Generation(1))
      #expect(run.source.picture[Self.d].owned == [Self.first])
    }
  }

  @Test func `slow-poller: it leaves by itself, and its records are read twice`() throws {
    for seed in UInt64(1)...4 {
      let run = try Run("slow-poller", seed: seed)
      #expect(run.removals(Self.a) == [.left])
      let missedMs = try run.firstMs(.pollMissed(Self.a))
      #expect(run.events.contains { $0.event == .requestSent(Self.a, .leaveGroup) })
      #expect(run.all.contains(.lost(Self.a, [Self.first])))
      // What it had been given by then, and where its successor began.
      let position = run.events.last { timed in
        if case .position(Self.a, Self.first, _) = timed.event {
          timed.timeMs <= missedMs
        } else {
          false
        }
      }
      let resumed = run.events.first { timed in
        if case .readingStarted(Self.b, Self.first, _) = timed.event { true } else { false }
      }
      guard case .position(_, _, let read)? = position?.event,
        case .readingStarted(_, _, let again)? = resumed?.event
      else {
        Issue.record("no position, or nobody resumed")
        continue
      }
      #expect(again < read)
      // Never a session: its heartbeats were in time.
      #expect(
        !run.all.contains {
          if case .memberRemoved(_, _, .sessionTimedOut) = $0 { true } else { false }
        })
    }
  }

  @Test func `three-clocks: each failure is another clock's`() throws {
    for seed in UInt64(1)...4 {
      let run = try Run("three-clocks", seed: seed)
      let cutMs = try run.firstMs(.process(Self.a, .networkCut))
      let deadMs = try run.firstMs(.process(Self.b, .killed))
      #expect(
        !run.events.contains { timed in
          if case .groupState = timed.event {
            timed.timeMs > cutMs && timed.timeMs < deadMs
          } else {
            false
          }
        })
      #expect(run.removals(Self.a).isEmpty)
      #expect(run.removals(Self.b) == [.sessionTimedOut])
      #expect(run.removals(Self.c) == [.left])
      let stuckMs = try run.firstMs(.process(Self.c, .pollStopped))
      // Counted from its last poll(), which was a moment before.
      let lateMs = try run.firstMs(.pollMissed(Self.c)) - stuckMs
      #expect(lateMs > 19_000 && lateMs <= 20_000)
    }
  }

  @Test func `rolling-dynamic: two rebalances a member; rolling-static: none at all`() throws {
    for seed in UInt64(1)...4 {
      let dynamic = try Run("rolling-dynamic", seed: seed)
      #expect(dynamic.states.filter { $0 == .preparingRebalance }.count == 6)
      let fixed = try Run("rolling-static", seed: seed)
      #expect(fixed.states.isEmpty && fixed.source.picture.generation == Generation(1))
      for (before, after) in zip(fixed.start.picture.members, fixed.source.picture.members) {
        #expect(before.memberId != after.memberId && before.owned == after.owned)
      }
    }
  }

  @Test func `bounces: range, then both and eager, then cooperative, never a stop of all`() throws {
    for seed in UInt64(1)...4 {
      let run = try Run("bounces", seed: seed)
      let lists = run.all.compactMap {
        if case .group(let facts) = $0 { facts.assignors } else { nil }
      }
      #expect(lists == [["cooperative-sticky", "range"], ["cooperative-sticky"]])
      #expect(run.start.picture.facts?.assignors == ["range"])
      #expect(!run.states.contains(.empty))
      #expect(!run.all.contains { if case .failed = $0 { true } else { false } })
      // In the last rebalance nobody gives up what it keeps.
      let coopMs = try #require(
        run.events.last { if case .group = $0.event { true } else { false } }
      )
      .timeMs
      let late = run.events.drop { $0.timeMs < coopMs }
      #expect(late.contains { $0.event == .requestSent(Self.a, .joinGroup) })
      let kept = run.source.picture[Self.a].owned
      for case .revoked(Self.a, let list) in late.map(\.event) {
        #expect(list.allSatisfy { !kept.contains($0) })
      }
      #expect(run.source.picture.members.allSatisfy { $0.reads == 1 })
    }
  }

  @Test func `bounces: one bounce alone would not do`() throws {
    let lesson = try #require(Lessons.find("bounces"))
    var scenario = lesson.scenario
    scenario.script = [
      ScriptEntry(afterStartMs: 1000, .close(Self.a)),
      ScriptEntry(afterStartMs: 6000, .restartWith(Self.a, assignors: ["cooperative-sticky"])),
    ]
    var source = SimulationSource(scenario: scenario, seed: 1)
    source.play(toMs: source.nowMs + 20_000)
    #expect(source.picture[Self.a].failure == .inconsistentGroupProtocol)
  }

  @Test func `what a member cannot be started with is refused`() throws {
    let lesson = try #require(Lessons.find("6-4"))
    var source = SimulationSource(scenario: lesson.scenario, seed: 1)
    let range = ["range"]
    #expect(source.perform(.restartWith(Self.a, assignors: range)) == .refused(.alreadyRunning))
    #expect(source.perform(.kill(Self.a)) == .done)
    #expect(source.perform(.restartWith(Self.a, assignors: [])) == .refused(.notInThisSource))
    #expect(source.perform(.restartWith(Self.a, assignors: ["x"])) == .refused(.notInThisSource))
    #expect(source.perform(.restartWith(Self.d, assignors: range)) == .refused(.notInThisSource))
    #expect(source.perform(.restartWith(Self.a, assignors: range)) == .done)
  }
}
