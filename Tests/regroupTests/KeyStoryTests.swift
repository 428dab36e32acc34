import Board
import Feed
import KafkaModel
import Lessons
import Narration
import Screen
import Testing

@testable import regroup

/// One figure becomes another by keys alone.
@Suite struct KeyStoryTests {
  /// A figure on the screen, and hands on the keys; time runs as fast as it can.
  private struct Hands {
    var shown: ShownPlay

    init(_ figure: String) throws {
      shown = ShownPlay(
        play: .figure(try FigureChoice.lesson(figure), seed: nil), language: .english,
        glyphs: .unicode, wallMs: 0, snapshots: nil)
    }

    var picture: GroupPicture { shown.play.source.picture }

    /// Letters are keys; `↓` is the arrow, `⌂` Home.
    mutating func press(_ keys: String) throws {
      for key in keys {
        let pressed: Key = key == "↓" ? .down : key == "⌂" ? .home : .character(key)
        _ = try shown.press(pressed, wallMs: 0)
      }
    }

    mutating func type(_ line: String) throws {
      try press(":" + line)
      _ = try shown.press(.enter, wallMs: 0)
    }

    mutating func wait(seconds: Int64) { wait(ms: seconds * 1000) }

    mutating func wait(ms: Int64) {
      _ = shown.play.source.drain(toMs: shown.play.source.nowMs + ms)
    }

    var story: StoryText {
      Narrator.story(picture, shown.play.source.timeline, shown.play.source.capabilities)
        .text(in: .english)
    }

    mutating func playToTheEnd() throws { try shown.play.go(to: .step(.last)) }

    /// Numbered from 1 by slot, 0 for nobody.
    var readers: [Int] {
      picture.partitions.map { partition in
        partition.status.isRead ? (partition.reader?.index ?? -1) + 1 : 0
      }
    }
  }

  @Test func `6-4 and k: 6-5`() throws {
    var hands = try Hands("6-4")
    try hands.press("k")
    hands.wait(seconds: 20)
    #expect(hands.readers == [2, 2, 3] && hands.picture.generation == Generation(2))
  }

  @Test func `6-6, k, and r within 30 s: 6-7`() throws {
    var hands = try Hands("6-6")
    let memberId = hands.picture.members[0].memberId
    try hands.press("k")
    hands.wait(seconds: 20)
    #expect(hands.readers == [0, 2, 3])
    try hands.press("r")
    hands.wait(seconds: 5)
    #expect(hands.readers == [1, 2, 3] && hands.picture.generation == Generation(1))
    #expect(hands.picture.members[0].memberId != memberId)
  }

  @Test func `6-10 and k on consumer2: 6-12`() throws {
    var hands = try Hands("6-10")
    try hands.press("↓↓k")
    hands.wait(seconds: 20)
    #expect(hands.readers == [1, 1, 3, 1, 3, 3, 1, 3])
  }

  @Test func `6-10 under round robin and k on consumer2: 6-11`() throws {
    var hands = try Hands("6-10")
    try hands.press("AAA")
    hands.wait(seconds: 20)
    #expect(hands.picture.facts?.assignors == ["roundrobin"])
    #expect(hands.readers == [1, 2, 3, 1, 2, 3, 1, 2])
    try hands.press("↓↓k")
    hands.wait(seconds: 20)
    #expect(hands.readers == [1, 3, 1, 3, 1, 3, 1, 3])
  }

  @Test func `the end of 6-13 under cooperative-sticky and r: 6-14`() throws {
    var hands = try Hands("6-13")
    try hands.press("AAA")
    #expect(hands.picture.facts?.assignors == ["cooperative-sticky"])
    try hands.playToTheEnd()
    #expect(hands.readers == [2, 2, 3])
    let generation = try #require(hands.picture.generation)
    try hands.press("r")
    hands.wait(seconds: 30)
    #expect(hands.readers == [2, 1, 3])
    #expect(hands.picture.generation == Generation(generation.value + 2))
    #expect(hands.picture.rebalance?.rounds == 2)
  }

  @Test func `a line goes to a beat, to a step and to a time, and back`() throws {
    var hands = try Hands("6-5")
    try hands.type("beat moved")
    #expect(hands.picture.beat == 2 && hands.readers == [2, 2, 3])
    try hands.type("beat even")
    #expect(hands.picture.beat == 0 && hands.readers == [1, 2, 3])
    try hands.type("step 3")
    #expect(hands.shown.model.step == 3)
    try hands.type("seek 0:25.0")
    #expect(hands.picture.timeMs == 25_000)
    #expect(!hands.shown.model.isPlaying)
  }

  @Test func `a beat that does not come any more is named, and nothing moves`() throws {
    var hands = try Hands("6-5")
    try hands.type("step 0")
    for letter in ["A", "B", "C"] { try hands.type("kill \(letter)") }
    let before = hands.shown.play.snapshot
    try hands.type("beat moved")
    try #require(hands.shown.model.notice == .noBeat)
    #expect(hands.shown.play.snapshot == before)
  }

  @Test func `what has no key can be typed`() throws {
    var hands = try Hands("6-4")
    try hands.type("unsubscribe B")
    hands.wait(seconds: 20)
    #expect(hands.readers == [1, 3, 3] || hands.readers == [1, 1, 3])
    try hands.type("subscribe B peter-test06")
    hands.wait(seconds: 20)
    #expect(hands.readers == [1, 2, 3])
    try hands.type("coordinator")
    hands.wait(seconds: 20)
    #expect(hands.picture.facts?.coordinator != BrokerId(2) && hands.readers == [1, 2, 3])
    try hands.type("rate C 1")
    #expect(hands.picture.members[2].processRate == 1)
  }

  @Test func `S makes all static, and dynamic again`() throws {
    var hands = try Hands("6-4")
    try hands.press("S")
    hands.wait(seconds: 20)
    let ids = hands.picture.members.map(\.identity.instanceId)
    #expect(ids == (1...3).map { InstanceId("consumer-peter-kafka0\($0)") })
    #expect(hands.readers == [1, 2, 3])
    try hands.press("S")
    hands.wait(seconds: 20)
    #expect(hands.picture.members.allSatisfy { !$0.isStatic })
    #expect(hands.readers == [1, 2, 3])
  }

  /// A key in the past makes another future; `u` brings back the one there was.
  @Test func `a fork is undone`() throws {
    var hands = try Hands("6-5")
    try hands.playToTheEnd()
    let endMs = hands.picture.timeMs
    let end = hands.readers
    try hands.press("⌂")
    hands.wait(seconds: 2)
    let forkMs = hands.picture.timeMs
    try hands.press("k")
    hands.wait(seconds: 60)
    #expect(hands.picture.members[0].process == .dead)
    try hands.press("u")
    #expect(hands.picture.timeMs == forkMs && hands.picture.members[0].process == .running)
    hands.wait(ms: endMs - forkMs)
    #expect(hands.readers == end && hands.shown.play.source.stepCount != nil)
    try hands.press("u")
    #expect(hands.shown.model.notice == .nothingToUndo)
  }

  /// Timers that were moved are queued still when the keys are played again.
  @Test func `two stops of all, and back to the start`() throws {
    var hands = try Hands("6-6")
    try hands.press("kA")
    hands.wait(seconds: 13)
    try hands.press("A⌂")
    hands.wait(seconds: 60)
    #expect(hands.readers == [1, 2, 3])
  }

  @Test func `a stop of all has a verdict that says what it was for`() throws {
    var hands = try Hands("6-11")
    try hands.press("A")
    hands.wait(seconds: 7)
    #expect(hands.story.why.text == "All were stopped and started again with sticky.")
    #expect(hands.story.cost.text.hasPrefix("kept 8 · moved 0 · needlessly 0 "))
  }

  @Test func `a stop of all waits for the dead, and says so`() throws {
    var hands = try Hands("6-4")
    try hands.press("k")
    hands.wait(ms: 300)
    try hands.press("A")
    hands.wait(ms: 500)
    #expect(hands.story.next.text.hasPrefix("A cannot answer: it waits until its session ends"))
  }

  /// It came back without a join phase: the next one still waits for it.
  @Test func `a static member that came back once has not joined for ever`() throws {
    var hands = try Hands("6-6")
    try hands.press("k")
    hands.wait(ms: 500)
    try hands.press("r")
    hands.wait(seconds: 1)
    try hands.press("k")
    hands.wait(ms: 300)
    try hands.press("a")
    hands.wait(seconds: 8)
    let count = JoinCount(hands.picture, hands.shown.play.source.capabilities)
    #expect(hands.picture.state == .preparingRebalance)
    #expect(count.joined == 3 && count.all == 4 && count.missing == [MemberSlot(0)])
  }

  @Test func `a static member that comes back in a join phase is not new`() throws {
    var hands = try Hands("6-6")
    try hands.press("xa")
    hands.wait(ms: 2600)
    try hands.press("r")
    hands.wait(ms: 100)
    #expect(hands.picture.state == .preparingRebalance)
    #expect(hands.story.why.text.hasPrefix("D is new in the group."))
  }

  @Test func `f cuts off what was done later, and u brings it back`() throws {
    var hands = try Hands("6-4")
    try hands.press("f")
    #expect(hands.shown.model.notice == .noFuture)
    hands.wait(seconds: 1)
    let calm = hands.picture.timeMs
    try hands.press("k")
    hands.wait(seconds: 20)
    #expect(hands.readers == [2, 2, 3])
    let old = hands.shown.play.snapshot
    _ = hands.shown.play.source.travel(.time(calm - 500))
    try hands.press("f")
    #expect(hands.shown.model.notice == .forked(acts: 1))
    hands.wait(seconds: 20)
    #expect(hands.readers == [1, 2, 3])
    try hands.press("u")
    #expect(hands.picture.timeMs == calm - 500)
    hands.wait(ms: 20_500)
    #expect(hands.shown.play.snapshot == old)
  }

  @Test func `f without a later act says that the same comes again`() throws {
    var hands = try Hands("6-5")
    try hands.press("nnnnb")
    try hands.press("f")
    #expect(hands.shown.model.notice == .forked(acts: 0) && hands.shown.model.steps == 13)
    #expect(hands.shown.model.step == 3)
    try hands.press("n")
    #expect(hands.shown.model.step == 4)
    try hands.press("f")
    #expect(hands.shown.model.notice == .noFuture)
  }

  @Test func `P adds a partition that waits for the leader`() throws {
    var hands = try Hands("6-4")
    try hands.press("P")
    #expect(hands.readers == [1, 2, 3, 0])
    hands.wait(seconds: 330)
    #expect(hands.readers == [1, 1, 2, 3])
  }
}
