/// What a line of a recording tells, behind the header.
public enum RecordingEntry: Hashable, Sendable {
  case origin(RecordingOrigin)
  case event(TimedEvent)
  /// What somebody asked for with a key; what came of it follows as events.
  case command(timeMs: Int64, Command)
  /// What a broker of ours was given, in words of its own: its coordinator can be run again from
  /// them. Whoever looks at the recording passes them over.
  case input(timeMs: Int64, String)
  /// What is told begins here: all before is how the group came together.
  case start(timeMs: Int64)
  /// The last line. Without it the recording was cut off.
  case end(timeMs: Int64)

  /// When it happened; nil for what belongs to no time.
  public var timeMs: Int64? {
    switch self {
    case .origin: nil
    case .event(let timed): timed.timeMs
    case .command(let timeMs, _), .input(let timeMs, _), .start(let timeMs), .end(let timeMs):
      timeMs
    }
  }
}
