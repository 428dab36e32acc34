import Feed
import Narration

/// The time axis: how much a column stands for, and which one a moment falls into.
///
/// Columns are cut at multiples of the scale, so the picture scrolls by whole columns; the last
/// one holds *now*.
struct TimeScale: Hashable {
  static let steps: [Int64] = [100, 200, 250, 500, 1000, 2000, 5000, 10_000, 30_000, 60_000]

  let msPerColumn: Int64
  let columns: Int
  let nowMs: Int64

  /// The finest scale that shows a whole session with what follows, and the last rebalance with
  /// its cause. It depends on settings and on finished rebalances only, so it never changes
  /// while one runs.
  init(_ picture: GroupPicture, columns: Int) {
    let session = picture.facts?.number("session.timeout.ms") ?? 10_000
    var needed = max(session / 5 * 6, session.addingReportingOverflow(5000).partialValue)
    if let account = Narrator.verdict(picture) {
      let longest = picture.partitions.indices.reduce(0) {
        max($0, picture.accountNotReadMs($1))
      }
      needed = max(needed, (account.endedMs ?? 0) - account.startedMs + longest)
    }
    let room = Int64(max(1, columns))
    self.init(
      msPerColumn: Self.steps.first { $0 * room >= needed } ?? 60_000, columns: columns,
      nowMs: picture.timeMs)
  }

  init(msPerColumn: Int64, columns: Int, nowMs: Int64) {
    self.msPerColumn = msPerColumn
    self.columns = columns
    self.nowMs = nowMs
  }

  /// The number of the column that holds *now*, counted from time 0.
  private var last: Int64 { nowMs / msPerColumn }

  /// Time at the left edge; negative where the picture began later.
  var startMs: Int64 { (last - Int64(columns) + 1) * msPerColumn }

  func startMs(of column: Int) -> Int64 { startMs + Int64(column) * msPerColumn }

  /// The column of a moment, also outside of the window.
  func column(of ms: Int64) -> Int {
    let offset = ms - startMs
    let column = offset >= 0 ? offset / msPerColumn : -((-offset - 1) / msPerColumn) - 1
    return Int(clamping: column)
  }

  /// When the picture scrolls next.
  var nextScrollMs: Int64 { (last + 1) * msPerColumn }
}
