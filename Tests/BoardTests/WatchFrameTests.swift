import Board
import Feed
import KafkaModel
import Narration
import Screen
import Testing

/// The screen of a group that is looked at from outside.
@Suite struct WatchFrameTests {
  /// When a frame is drawn next that nothing has happened for.
  private func nextMs(_ stage: Stage) -> Int64? {
    Board.nextChangeMs(WatchedStage.model(), stage.view, width: 120)
  }

  @Test func oneFrameShowsTheAnswerAndTheSeconds() throws {
    // An answer at 10.03 s, and the next one due a second later: no frame comes between.
    let next = try #require(nextMs(WatchedStage.calm(atMs: 10_030)))
    #expect(next > 11_030)
    #expect(next < 11_500)
    // Where none comes, the clock goes on by itself.
    var stage = WatchedStage.calm(atMs: 10_030)
    stage.advance(to: next)
    #expect(nextMs(stage) == next + 1_000)
  }

  @Test func tenthsAreCountedWhereTheyMatterAndCanBeRead() {
    var few = WatchedStage.calm(atMs: 10_030)
    few.at(10_500, .groupState(.preparingRebalance, .none, nil))
    #expect(nextMs(few) == 10_600)
    var many = WatchedStage.calm(atMs: 10_030, topics: [("t", 2_000)])
    many.at(10_600, .groupState(.preparingRebalance, .none, nil))
    #expect(nextMs(many) == 11_000)
  }

  @Test func stripsStandInTheOrderOfTheirNames() throws {
    let stage = WatchedStage.calm(atMs: 10_030, topics: [("zebra", 150), ("ant", 30)])
    let frame = Board.render(WatchedStage.model(), stage.view, width: 120, height: 40)
    let rows = (0..<frame.height).map(frame.rowText)
    let found = ["ant", "zebra", "‹"].map { name in rows.firstIndex { $0.hasPrefix(" \(name)") } }
    let places = found.compactMap { $0 }
    #expect(places.count == 3)
    #expect(places == places.sorted())
  }

  private func rows(_ stage: Stage, _ language: Language, _ width: Int, _ height: Int) -> [String] {
    let frame = Board.render(
      WatchedStage.model(language), stage.view, width: width, height: height)
    return (0..<frame.height).map(frame.rowText)
  }

  /// Nobody sees what they print: who they are is told, and no producer is made up.
  @Test func terminalsOfOthersAreNotInvented() {
    let stage = WatchedStage.calm(atMs: 10_030, topics: [("orders", 2), ("payments", 2)])
    var model = WatchedStage.model()
    model.pane = .consoles
    for kind in [Capabilities.Kind.watch, .serve, .drive, .recording] {
      model.capabilities.kind = kind
      model.capabilities.seesCoordinator = kind.seesCoordinator
      let frame = Board.render(model, stage.view, width: 120, height: 40)
      let text = (0..<frame.height).map(frame.rowText).joined(separator: "\n")
      for told in ["client.id", "app-a", "app-b", "member id", "payments"] {
        #expect(text.contains(told), "\(kind): \(told)")
      }
      #expect(!text.contains("python") && !text.contains("Message delivered"))
      #expect(!text.contains("not started"))
    }
  }

  @Test func aSilentBrokersStateIsNotSaidToGoOn() throws {
    var stage = WatchedStage.calm(atMs: 10_030)
    stage.advance(to: 13_500)
    #expect(rows(stage, .english, 80, 24)[4].hasPrefix("  Stable  12 s   "))
    stage.at(13_600, .brokerSilent)
    stage.advance(to: 16_100)
    let row = rows(stage, .english, 80, 24)[4]
    #expect(row.hasPrefix("  Stable  9 s · seen 6 s ago  "))
    #expect(rows(stage, .korean, 80, 24)[4].hasPrefix("  Stable  9초 · 6초 전 확인  "))
    #expect(row.dropFirst(31).contains("Stable"))
    let wide = rows(stage, .english, 120, 40)[4]
    #expect(wide.contains("9 s · seen 6 s ago"))
    for (width, height) in [(60, 20), (38, 9)] {
      #expect(rows(stage, .english, width, height)[0].contains("9.0 s · seen 6 s ago"))
    }
    // Its lane ends where it was last seen.
    stage.advance(to: 60_000)
    #expect(!rows(stage, .english, 80, 24)[4].dropFirst(31).contains("Stable"))
    stage.at(61_000, .brokerAnswered)
    #expect(rows(stage, .english, 80, 24)[4].hasPrefix("  Stable  60 s   "))
  }

  @Test func whereNothingWasSeenNoTimeIsTold() {
    var stage = Stage()
    stage.at(0, .health(.connecting))
    stage.advance(to: 5_000)
    #expect(rows(stage, .english, 60, 20)[0].trimmed == "?")
  }
}

extension String {
  fileprivate var trimmed: String { split(separator: " ").joined(separator: " ") }
}
