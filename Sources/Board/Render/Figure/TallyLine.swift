import Feed
import Narration
import Screen

/// What has come of the group's input, in one row.
struct TallyLine {
  private let parts: [(text: String, role: Role)]

  init(_ tally: DeliveryTally, _ text: TallyText) {
    parts = [
      (text.head, .text), (text.duplicates, tally.duplicates > 0 ? .warning : .text),
      (text.lost, tally.lost > 0 ? .warning : .text), (text.aborted, .quiet),
      (text.open, .quiet),
    ]
  }

  /// What does not fit is left out as a whole, the least important first.
  func draw(x start: Int, y: Int, _ canvas: inout Canvas) {
    var x = start
    for (index, part) in parts.enumerated() {
      let gap = index == 0 ? "" : " · "
      guard x + DisplayWidth.of(gap + part.text) < canvas.width else { return }
      x = canvas.put(gap, x: x, y: y, role: .quiet)
      x = canvas.put(part.text, x: x, y: y, role: part.role)
    }
  }
}
