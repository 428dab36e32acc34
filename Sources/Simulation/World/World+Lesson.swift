import Feed

/// The scenario's own course, as far as the world has a part in it.
extension World {
  /// When the lesson began: Stable for the first time, and every partition read.
  public var startMs: Int64? { course.startMs }

  /// True when the script has been played and the group has rested for `restMs` since.
  public var isOver: Bool { endMs.map { nowMs >= $0 } ?? false }

  /// When the run will be over if nothing else happens; nil while that is not known.
  public var endMs: Int64? { course.endMs }

  mutating func playScript(into events: inout [TimedEvent]) {
    guard let command = course.takeCommand(nowMs: nowMs) else { return }
    isInScript = true
    perform(command, into: &events)
    isInScript = false
  }

  /// Looks at what has just been emitted.
  mutating func follow(from before: Int, into events: inout [TimedEvent]) {
    guard course.follow(&events, from: before, nowMs: nowMs) else { return }
    for dueMs in course.dueTimesMs { queue.put(.script, atMs: dueMs) }
  }
}
