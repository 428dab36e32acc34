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
  private let filter: TextFilter

  init(_ model: BoardModel, _ view: FeedView) {
    self.view = view
    language = model.language
    filter = TextFilter(model)
  }

  /// Lines of the records that are left.
  var count: Int {
    records { sum, record in sum + (admits(record) ? Narrator.lineCount(record) : 0) }
  }

  /// Records: those that a filter leaves, and all.
  var kept: Int { records { sum, record in sum + (admits(record) ? 1 : 0) } }
  var all: Int { records { sum, _ in sum + 1 } }

  private func records(_ add: (Int, WrittenRecord) -> Int) -> Int {
    view.traffic.reduce(0) { sum, timed in
      guard case .written(_, let records) = timed.event else { return sum }
      return records.reduce(sum, add)
    }
  }

  /// A record stays with all of its lines.
  private func admits(_ record: WrittenRecord) -> Bool {
    filter.isOff
      || Narrator.lines(record, view.picture, in: language).contains { filter.admits($0) }
  }

  /// The last ones but `skipped`, at most `limit`, oldest first.
  func last(_ limit: Int, skipping skipped: Int) -> [Line] {
    var lines: [Line] = []
    for timed in view.traffic.reversed() {
      guard case .written(let first, let records) = timed.event else { continue }
      for (index, record) in records.enumerated().reversed() {
        if lines.count >= limit + skipped { break }
        guard admits(record) else { continue }
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
