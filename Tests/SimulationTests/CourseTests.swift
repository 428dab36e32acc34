import Client
import Feed
import KafkaModel
import Testing

@testable import Simulation

struct CourseTests {
  private let a = MemberSlot(0)
  private let b = MemberSlot(1)

  private func scenario(_ script: [ScriptEntry], prologue: [ScriptEntry] = []) -> Scenario {
    Scenario(
      groupId: "g", topics: [ScenarioTopic("t", 2)], members: [],
      consumer: ConsumerConfig(groupId: "g", clientId: "", topics: ["t"]), prologue: prologue,
      script: script,
      beats: [
        Beat("even", .start), Beat("dead", .process(a, .killed)), Beat("moved", .settled),
      ],
      restMs: 2_000)
  }

  private func partition(_ number: Int32) -> TopicPartition { TopicPartition("t", number) }

  /// What happens, one event after the other; returns when which beat began.
  private func tell(
    _ course: inout Course, _ story: [(Int64, FeedEvent)]
  ) -> [(atMs: Int64, beat: Int)] {
    var beats: [(Int64, Int)] = []
    for (timeMs, event) in story {
      var events = [TimedEvent(timeMs, event)]
      course.follow(&events, from: 0, nowMs: timeMs)
      for case .beat(let beat) in events.map(\.event) { beats.append((timeMs, beat)) }
    }
    return beats
  }

  private var gathering: [(Int64, FeedEvent)] {
    [
      (0, .topic("t", partitions: 2)), (10, .memberAdded(b, "B")),
      (20, .groupState(.stable, Generation(1), nil)),
      (30, .readingStarted(b, partition(0), Offset(0))),
      (40, .readingStarted(b, partition(1), Offset(0))),
    ]
  }

  @Test func `it starts when all is read, and ends some rest after the last entry`() {
    var course = Course(
      scenario([
        ScriptEntry(afterStartMs: 500, .restart(a)), ScriptEntry(afterStartMs: 100, .kill(a)),
      ]))
    #expect(course.nextDueMs == nil && course.takeCommand(nowMs: 0) == nil)
    let beats = tell(&course, gathering)
    #expect(beats.map(\.atMs) == [40] && beats.map(\.beat) == [0])
    #expect(course.startMs == 40 && course.nextDueMs == 140 && course.endMs == nil)
    #expect(course.takeCommand(nowMs: 150) == .kill(a))
    #expect(course.nextDueMs == 540)
    #expect(course.takeCommand(nowMs: 540) == .restart(a))
    // Two beats are still to come.
    #expect(course.nextDueMs == nil && course.endMs == nil)
  }

  @Test func `a prologue comes first, and all is read again before the lesson starts`() {
    var course = Course(
      scenario([], prologue: [ScriptEntry(afterStartMs: 10, .close(a))]))
    #expect(tell(&course, gathering).isEmpty)
    #expect(course.startMs == nil && course.nextDueMs == 50)
    #expect(course.takeCommand(nowMs: 50) == .close(a) && course.nextDueMs == nil)
    #expect(tell(&course, [(60, .process(a, .closing))]).isEmpty)
    let beats = tell(
      &course,
      [
        (70, .groupState(.preparingRebalance, Generation(1), nil)),
        (80, .groupState(.stable, Generation(2), nil)),
      ])
    #expect(beats.map(\.beat) == [0] && course.startMs == 80)
  }

  @Test func `a death that stops reading begins one beat, and reading the next`() {
    var course = Course(scenario([]))
    _ = tell(&course, gathering)
    let beats = tell(
      &course,
      [
        (100, .readingStarted(a, partition(0), Offset(0))), (200, .process(a, .killed)),
        (300, .groupState(.preparingRebalance, Generation(1), nil)),
        (400, .groupState(.stable, Generation(2), nil)),
        (500, .readingStarted(b, partition(0), Offset(5))),
      ])
    #expect(beats.map(\.atMs) == [200, 500] && beats.map(\.beat) == [1, 2])
    #expect(course.endMs == 2_500)
  }

  @Test func `nobody begins before those are there who are waited for`() {
    var course = Course(scenario([]), awaiting: [a, b])
    #expect(tell(&course, gathering).isEmpty && course.startMs == nil)
    let beats = tell(
      &course,
      [
        (50, .groupState(.preparingRebalance, Generation(1), nil)), (60, .memberAdded(a, "A")),
        (70, .groupState(.stable, Generation(2), nil)),
      ])
    #expect(beats.map(\.beat) == [0] && course.startMs == 70)
  }

  @Test func `a topic that grows is read by all of it only later`() {
    var quiet = scenario([])
    quiet.beats = []
    var course = Course(quiet)
    _ = tell(&course, gathering)
    #expect(course.endMs == 2_040)
    _ = tell(&course, [(3_000, .topic("t", partitions: 3))])
    #expect(course.endMs == nil)
    _ = tell(&course, [(4_000, .readingStarted(b, partition(2), Offset(0)))])
    #expect(course.endMs == 6_000)
  }
}
