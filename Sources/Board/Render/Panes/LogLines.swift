import Feed
import Narration

/// The log as lines, oldest first: what a member reads is told in one line, not in one for every
/// partition.
struct LogLines {
  struct Line {
    var timeMs: Int64
    var isInferred: Bool
    var remark: LogRemark
  }

  /// First fetches of one member that lie so near to each other share a line.
  private static let nearMs: Int64 = 1000

  /// Those that a filter leaves, and how many there are.
  static func shown(_ model: BoardModel, _ view: FeedView) -> (lines: [Line], all: Int) {
    let all = all(view)
    let filter = TextFilter(model)
    if filter.isOff { return (all, all.count) }
    return (
      all.filter {
        filter.admits(
          TimeText.clock(ms: $0.timeMs) + " " + $0.remark.text(in: model.language).text)
      }, all.count
    )
  }

  private(set) var lines: [Line] = []
  /// Where in `lines` a run of first fetches began.
  private var runStart: Int?

  static func all(_ view: FeedView) -> [Line] {
    var log = LogLines()
    for timed in view.log where timed.timeMs <= view.picture.timeMs {
      guard let remark = Narrator.logLine(timed, view.picture, view.timeline) else { continue }
      log.add(
        Line(timeMs: timed.timeMs, isInferred: timed.provenance == .inferred, remark: remark))
    }
    return log.lines
  }

  private mutating func add(_ line: Line) {
    guard case .readingStarted(let slot, let name, _) = line.remark else {
      runStart = nil
      lines.append(line)
      return
    }
    let start = runStart ?? lines.count
    runStart = start
    let same = lines.indices.last { $0 >= start && Self.reader(lines[$0].remark) == slot }
    guard let same, line.timeMs - lines[same].timeMs <= Self.nearMs else {
      lines.append(line)
      return
    }
    lines[same].remark = .readsMany(slot, Self.names(lines[same].remark) + [name])
  }

  private static func reader(_ remark: LogRemark) -> MemberSlot? {
    switch remark {
    case .readingStarted(let slot, _, _), .readsMany(let slot, _): slot
    default: nil
    }
  }

  private static func names(_ remark: LogRemark) -> [PartitionName] {
    switch remark {
    case .readingStarted(_, let name, _): [name]
    case .readsMany(_, let names): names
    default: []
    }
  }
}
