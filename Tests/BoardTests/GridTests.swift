import Board
import Feed
import KafkaModel
import Narration
import Screen
import TestSupport
import Testing

/// The full grid: members × partitions.
@Suite struct GridTests {
  private func rows(
    _ model: BoardModel, _ stage: Stage, width: Int = 120, height: Int = 40
  ) -> [String] {
    let frame = Board.render(model, stage.view, width: width, height: height)
    return (0..<height).map(frame.rowText)
  }

  private func model(_ pane: Pane = .grid) -> BoardModel {
    var model = Models.model()
    model.pane = pane
    return model
  }

  @Test func `forty members and five hundred partitions, condensed`() {
    let text = rows(model(), Scenes.large()).map { $0 + "\n" }.joined()
    Golden.expect(text, named: "grid-large-120x40.txt")
    #expect(text.contains(" more members own "))
    #expect(text.contains(" of 500 ›"))
  }

  @Test func `the arrows reach every partition and every member`() {
    let stage = Scenes.large()
    var model = model()
    var seen: [Int] = []
    var shown: [String] = []
    for _ in 0..<500 {
      _ = Board.update(&model, .key(.right), stage.view)
      guard let place = model.selectedPartition else { continue }
      seen.append(place)
      if seen.count % 50 == 0 {
        let name = stage.partitions[place].description
        shown += rows(model, stage).filter { $0.contains(name) }
      }
    }
    #expect(seen.sorted() == Array(0..<500))
    #expect(shown.count == 10)
    for _ in 0..<40 { _ = Board.update(&model, .key(.down), stage.view) }
    #expect(model.selectedMember == MemberSlot(39))
    #expect(rows(model, stage).contains { $0.contains("peter-kafka40") })
  }

  @Test func `g opens and leaves it, Esc leaves it, Enter opens it from the picture`() {
    let stage = Scenes.calm()
    var model = model(.picture)
    for (key, pane) in [
      (Key.character("g"), Pane.grid), (.character("g"), .picture), (.enter, .grid),
      (.escape, .picture),
    ] {
      _ = Board.update(&model, .key(key), stage.view)
      #expect(model.pane == pane)
    }
  }

  @Test func `Tab goes round the panes with digits, and digits open them`() {
    var model = model(.picture)
    let stage = Scenes.calm()
    for digit in ["2", "3", "4", "5", "6", "7", "8", "1"] {
      _ = Board.update(&model, .key(.tab), stage.view)
      #expect(model.pane.rawValue == Int(digit))
    }
    for digit: Character in ["3", "4", "5"] {
      _ = Board.update(&model, .key(.character(digit)), stage.view)
      #expect(model.pane.rawValue == digit.wholeNumberValue)
    }
  }

  @Test func `Enter where nothing can be opened says so`() {
    var model = model(.settings)
    _ = Board.update(&model, .key(.enter), Scenes.calm().view)
    #expect(model.notice == .nothingToOpen)
  }

  @Test func `a live source says that records are not seen`() {
    for language in Language.allCases {
      var model = Models.model(language)
      model.pane = .records
      model.capabilities = Capabilities(
        kind: .drive, canTravel: false, canAct: true, seesCoordinator: false)
      let found = rows(model, Scenes.calm(), width: 80, height: 24)
      #expect(found[2].contains(language.pane.recordsNotSeen))
    }
  }

  @Test func `without colour, who does not read is told by a sign`() {
    let found = rows(model(), Scenes.large(members: 20, partitions: 200))
    let dead = found.first { $0.contains("peter-kafka04") }
    #expect(dead?.contains("░") == true)
    let well = found.first { $0.contains("peter-kafka05") }
    #expect(well?.contains("░") == false)
  }
}
