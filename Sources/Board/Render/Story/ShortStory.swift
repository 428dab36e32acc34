import Feed
import Narration
import Screen

/// What a pane has under it: Why, Cost and Next, and the lesson's footnote where a row is left.
struct ShortStory {
  private let model: BoardModel
  private let view: FeedView

  init(_ model: BoardModel, _ view: FeedView) {
    self.model = model
    self.view = view
  }

  /// Rows it takes on a screen of a height.
  static func rows(height: Int) -> Int { height >= 30 ? 6 : 4 }

  func draw(_ canvas: inout Canvas, y: Int) {
    let rows = Self.rows(height: canvas.height)
    let width = canvas.width - 9
    let foot = Foot(model, view).lines
    let parts = StoryBlock.fitted(
      foot.map { PhraseLines.wrap($0.text, width: width) }, rows: rows, width: width)
    var row = y
    for (line, lines) in zip(foot, parts) {
      canvas.put(line.label, x: 1, y: row, role: .label)
      for line in lines {
        line.draw(x: 8, y: row, &canvas)
        row += 1
      }
    }
    if row < y + rows, let footnote = Footnote.text(model, view.picture),
      DisplayWidth.of(footnote) < canvas.width - 1
    {
      canvas.put(footnote, x: 1, y: y + rows - 1, role: .quiet)
    }
  }
}
