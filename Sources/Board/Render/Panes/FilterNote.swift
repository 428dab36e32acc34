import Narration
import Screen

/// How many of how many a filter has left, under the pane's title.
struct FilterNote {
  private let model: BoardModel
  private let kept: Int
  private let all: Int

  init(_ model: BoardModel, kept: Int, of all: Int) {
    self.model = model
    self.kept = kept
    self.all = all
  }

  func draw(_ canvas: inout Canvas, y: Int = 1) {
    guard !model.filter.isEmpty else { return }
    let text = model.language.pane.filtered(kept, of: all, by: model.filter)
    // The numbers are at the end.
    var shown = text
    while DisplayWidth.of(shown) > max(0, canvas.width - 2) { shown.removeFirst() }
    canvas.put(shown, x: 1, y: y, role: .due)
  }
}
