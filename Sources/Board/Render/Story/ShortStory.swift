import Feed
import Narration
import Screen

/// What a pane has under it: the first line of Why and of Next, and the lesson's footnote.
struct ShortStory {
  private let model: BoardModel
  private let view: FeedView

  static let rows = 3

  init(_ model: BoardModel, _ view: FeedView) {
    self.model = model
    self.view = view
  }

  func draw(_ canvas: inout Canvas, y: Int) {
    let picture = view.picture
    let story = Narrator.story(picture, view.timeline, model.capabilities).text(in: model.language)
    let words = model.language.figure
    for (row, (label, phrase)) in [(words.why, story.why), (words.next, story.next)].enumerated() {
      canvas.put(label, x: 1, y: y + row, role: .label)
      let lines = PhraseLines.wrap(phrase, width: canvas.width - 9)
      guard let first = lines.first else { continue }
      let shown = lines.count > 1 ? PhraseLines.cut(first, width: canvas.width - 9) : first
      shown.draw(x: 8, y: y + row, &canvas)
    }
    if let footnote = Footnote.text(model, picture), DisplayWidth.of(footnote) < canvas.width - 1 {
      canvas.put(footnote, x: 1, y: y + 2, role: .quiet)
    }
  }
}
