import Feed
import KafkaModel
import Narration

/// What was written to `__consumer_offsets`, in lines; only those are made that are shown.
struct RecordLines {
  struct Line {
    /// The record's, on its first line.
    var offset: Offset?
    var timeMs: Int64
    var text: String
  }

  private let view: FeedView
  private let language: Language

  init(_ view: FeedView, _ language: Language) {
    self.view = view
    self.language = language
  }

  /// Of all records.
  var count: Int {
    view.traffic.reduce(0) { sum, timed in
      guard case .written(_, let records) = timed.event else { return sum }
      return sum + records.reduce(0) { $0 + Narrator.lineCount($1) }
    }
  }

  /// The last ones but `skipped`, at most `limit`, oldest first.
  func last(_ limit: Int, skipping skipped: Int) -> [Line] {
    var lines: [Line] = []
    for timed in view.traffic.reversed() {
      guard case .written(let first, let records) = timed.event else { continue }
      for (index, record) in records.enumerated().reversed() {
        if lines.count >= limit + skipped { break }
        lines += self.lines(record, first + Int64(index), timed.timeMs).reversed()
      }
    }
    return Array(lines.dropFirst(skipped).prefix(limit).reversed())
  }

  private func lines(_ record: WrittenRecord, _ offset: Offset, _ timeMs: Int64) -> [Line] {
    Narrator.lines(record, view.picture, in: language).enumerated().map { index, text in
      Line(offset: index == 0 ? offset : nil, timeMs: timeMs, text: text)
    }
  }
}
