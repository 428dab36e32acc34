import Feed
import KafkaModel
import Narration
import Screen
import Testing

@testable import Board

/// The log, the settings, and what is said of what does not fit.
@Suite struct PaneTests {
  private func rows(
    _ model: BoardModel, _ stage: Stage, width: Int = 80, height: Int = 24
  ) -> [String] {
    let frame = Board.render(model, stage.view, width: width, height: height)
    return (0..<height).map(frame.rowText)
  }

  private func model(_ pane: Pane) -> BoardModel {
    var model = Models.model()
    model.pane = pane
    return model
  }

  @Test func theLogScrollsByLinesAndByTensAndStopsAtItsEnds() {
    let stage = Scenes.large(members: 10, partitions: 20)
    var model = model(.log)
    func press(_ key: Key) { _ = Board.update(&model, .key(key), stage.view) }
    let newest = rows(model, stage)
    press(.up)
    #expect(model.logScroll == 1)
    press(.character("["))
    #expect(model.logScroll == 11 && rows(model, stage) != newest)
    press(.character("]"))
    press(.down)
    #expect(model.logScroll == 0 && rows(model, stage) == newest)
    press(.down)
    #expect(model.logScroll == 0)
    for _ in 0..<100 { press(.character("[")) }
    let oldest = rows(model, stage)
    #expect(oldest.contains { $0.contains("A is peter-kafka01") })
    press(.character("["))
    #expect(rows(model, stage) == oldest)
  }

  @Test func theCauseStaysInSight() {
    var stage = Scenes.dead()
    stage.at(
      30_000, .groupState(.preparingRebalance, Generation(1), .sessionTimedOut(Stage.id(0))))
    for ms in 0..<40 { stage.at(30_001 + Int64(ms), .pollMissed(MemberSlot(1))) }
    #expect(rows(model(.log), stage)[2].contains("PreparingRebalance, generation 1: A's session"))
    #expect(rows(model(.log), stage)[3].contains("max.poll.interval.ms"))
  }

  @Test func whatAMemberReadsIsOneLine() {
    let stage = Scenes.large(members: 4, partitions: 20)
    let found = rows(model(.log), stage, width: 200, height: 60)
    #expect(found.count { $0.contains(" reads ") } == 4)
  }

  @Test func `a long line of the log goes on under an indent, and nothing is cut`() throws {
    let stage = Scenes.large(members: 10, partitions: 50)
    let wide = rows(model(.log), stage, width: 500, height: 60)
    for (width, height) in [(80, 60), (120, 60), (60, 60)] {
      let found = rows(model(.log), stage, width: width, height: height)
      let start = try #require(found.firstIndex { $0.contains(" plan of") })
      let next = found[(start + 1)...].prefix { $0.hasPrefix("             ") }
      #expect(!next.isEmpty)
      let words = ([found[start]] + next).joined(separator: " ").split(separator: " ")
      let whole = wide.first { $0.contains(" plan of") }?.split(separator: " ")
      #expect(words == whole, "\(width)")
    }
  }

  @Test func `the log reaches its first line on the lowest screen`() {
    let stage = Scenes.large(members: 10, partitions: 50)
    var model = model(.log)
    for _ in 0..<100 { _ = Board.update(&model, .key(.character("[")), stage.view) }
    for (width, height) in [(40, 10), (80, 24)] {
      let found = rows(model, stage, width: width, height: height)
      #expect(found[2].contains("0:00.0  A is peter-kafka01"), "\(found[2])")
    }
  }

  @Test func theSessionOfASilentMemberComesFirstAndTheRestIsCounted() throws {
    var stage = Scenes.large(members: 40)
    let session = MemberSlot(3)
    stage.at(33_000, .deadline(.session(session), dueMs: 38_000))
    for size in [(80, 24), (120, 40)] {
      let found = rows(model(.settings), stage, width: size.0, height: size.1)
      let first = try #require(found.first { $0.contains("'s session ends") })
      #expect(first.contains("D's session ends") && first.contains("5.0 s"))
      #expect(found.contains { $0.contains("more, less urgent") })
    }
  }

  @Test func `the settings scroll to the end of both lists, and back`() throws {
    var stage = Scenes.large(members: 40)
    stage.at(33_000, .deadline(.session(MemberSlot(3)), dueMs: 38_000))
    for member in 4..<30 {
      stage.at(33_000, .deadline(.heartbeat(MemberSlot(member)), dueMs: 33_100 + Int64(member)))
    }
    for (width, height) in [(80, 24), (120, 24)] {
      var model = model(.settings)
      let top = rows(model, stage, width: width, height: height)
      for _ in 0..<200 { _ = Board.update(&model, .key(.down), stage.view) }
      let end = rows(model, stage, width: width, height: height)
      #expect(!end.contains { $0.contains("less urgent") })
      let last = try #require(Countdowns.list(stage.picture).last)
      let said = Language.english.pane.meaning(last.deadline)
      #expect(end.contains { $0.contains(said) } && !top.contains { $0.contains(said) })
      for _ in 0..<200 { _ = Board.update(&model, .key(.up), stage.view) }
      #expect(rows(model, stage, width: width, height: height) == top)
    }
  }

  @Test func `the state's coordinator is something true`() {
    let found = rows(model(.describe), Scenes.calm(), width: 120, height: 40)
    #expect(found.contains { $0.contains(" broker 2  (2)") })
  }

  @Test func stripsShowWhatBecameOfEachPartition() {
    var stage = Scenes.large(members: 10, partitions: 50)
    stage.at(38_000, .memberRemoved(MemberSlot(3), Stage.id(3), .sessionTimedOut))
    var shares = Array(repeating: [Int](), count: 10)
    for place in 0..<50 { shares[place % 10 == 3 ? 4 : place % 10].append(place) }
    (shares[0][0], shares[1][0]) = (shares[1][0], shares[0][0])
    let members = (0..<10).filter { $0 != 3 }
    stage.rebalance(
      from: 38_000, generation: 2, cause: .sessionTimedOut(Stage.id(3)),
      shares: members.map { shares[$0] }, members: members)
    stage.advance(to: 43_000)
    let found = rows(model(.picture), stage)
    #expect(found.contains { $0.hasPrefix(" clicks [B]!  [A]!  [C]   [E]+  [E] ") })
    #expect(found.contains { $0.hasPrefix(" clicks") && $0.hasSuffix("13.5 s") })
  }

  @Test func aSmallScreenHasTheThreeLinesAndSaysWhatItCuts() {
    var stage = Scenes.preparing()
    stage.at(30_600, .doing(MemberSlot(2), .revoking))
    for (width, height) in [(40, 10), (50, 12), (79, 23)] {
      let found = rows(model(.picture), stage, width: width, height: height)
      for label in [" Why ", " Cost ", " Next "] {
        #expect(found.contains { $0.hasPrefix(label) }, "\(label) \(width)x\(height)")
      }
    }
    let small = rows(model(.picture), stage, width: 40, height: 10)
    #expect(small[1].hasPrefix("  0  [ ]"))
    #expect(small.contains { $0.hasSuffix(" ›") })
  }
}
