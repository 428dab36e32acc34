import Board
import Narration
import Screen
import TestSupport
import Testing

@Suite struct GoldenFrameTests {
  @Test func framesOfFigure65() {
    for (name, stage) in FigureTests.stages where name != "completing" {
      for language in Language.allCases {
        for set in [GlyphSet.unicode, .ascii] {
          let model = Models.model(language, oneRow: !set.hasHalfRows)
          let frame = Board.render(model, stage.view, width: 80, height: 24).translated(to: set)
          let text = (0..<24).map { frame.rowText($0) + "\n" }.joined()
          Golden.expect(text, named: "\(name)-\(language.rawValue)-\(set.rawValue).txt")
        }
      }
    }
  }

  @Test func aLargeGroup() {
    let frame = Board.render(Models.model(), Scenes.large().view, width: 120, height: 40)
    let text = (0..<40).map { frame.rowText($0) + "\n" }.joined()
    Golden.expect(text, named: "large-120x40.txt")
  }
}
