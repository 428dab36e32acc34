import Feed

/// A script that is being played: which of its entries have been carried out, and when.
struct Score: Sendable {
  /// In order of time; of what is due at the same time, in the scenario's.
  private let entries: [ScriptEntry]
  private(set) var startMs: Int64?
  private var done = 0
  /// When the last thing was done: the start, then each entry.
  private var lastMs: Int64 = 0
  /// When the last thing was done that disturbs the group; -1 = nothing was.
  private(set) var disturbedMs: Int64 = -1

  init(_ script: [ScriptEntry]) {
    entries = script.enumerated()
      .sorted { ($0.element.afterStartMs, $0.offset) < ($1.element.afterStartMs, $1.offset) }
      .map(\.element)
  }

  var isEmpty: Bool { entries.isEmpty }

  /// When the last entry was carried out, or an empty script began; nil before that.
  var doneMs: Int64? { startMs != nil && done == entries.count ? lastMs : nil }

  /// When the next entry is due; nil before the start and after the last one.
  var nextDueMs: Int64? {
    guard let startMs, done < entries.count else { return nil }
    return startMs + entries[done].afterStartMs
  }

  /// When all entries are due, in order; empty before the start.
  var dueTimesMs: [Int64] {
    startMs.map { start in entries.map { start + $0.afterStartMs } } ?? []
  }

  mutating func begin(_ nowMs: Int64) {
    startMs = nowMs
    lastMs = nowMs
  }

  /// As if nothing had been played.
  mutating func restart() {
    startMs = nil
    done = 0
    disturbedMs = -1
  }

  /// What is due.
  mutating func takeCommand(nowMs: Int64) -> Command? {
    guard let nextDueMs, nextDueMs <= nowMs else { return nil }
    done += 1
    lastMs = nowMs
    let command = entries[done - 1].command
    if command.disturbsGroup { disturbedMs = nowMs }
    return command
  }
}

extension Command {
  /// What producers do leaves the group as it is.
  fileprivate var disturbsGroup: Bool {
    switch self {
    case .produce, .producer: false
    default: true
    }
  }
}
