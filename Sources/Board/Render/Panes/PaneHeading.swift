import Narration
import Screen

/// The first row of a pane: what it is, the group's phase and how long it has been so; at the right
/// the step and the clock.
struct PaneHeading {
  private let model: BoardModel
  private let view: FeedView

  init(_ model: BoardModel, _ view: FeedView) {
    self.model = model
    self.view = view
  }

  func draw(_ title: String, _ canvas: inout Canvas) {
    let book = model.language.figure
    let picture = view.picture
    let clock = TimeText.clock(ms: picture.timeMs, tenths: !model.isPlaying)
    var end = canvas.put(clock, before: canvas.width - 1, y: 0, role: .quiet)
    var x = canvas.put(title, x: 1, y: 0, role: .title) + 2
    if let state = picture.state {
      let name = " \(state.rawValue) "
      let room = end - x - DisplayWidth.of(name) - 1
      let ages = PhaseAge(picture).wordings(model.language)
      if let age = ages.first(where: { DisplayWidth.of($0) < room }) {
        x = canvas.put(name, x: x, y: 0, role: .phase) + 1
        x = canvas.put(age, x: x, y: 0, role: .quiet) + 2
      }
    }
    guard let step = model.step, model.steps != 0, !model.isPlaying else { return }
    let text = book.step(step, of: model.steps)
    if x + DisplayWidth.of(text) + 3 <= end {
      end = canvas.put(text, before: end - 3, y: 0, role: .quiet)
    }
  }
}
