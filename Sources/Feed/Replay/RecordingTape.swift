import KafkaModel

/// A recording that has been read: its events, and places in it to start from.
public struct RecordingTape: Sendable {
  /// The picture after so many events.
  struct Keyframe: Sendable {
    var position: Int
    var picture: GroupPicture
  }

  /// The end of a step: after how many events, and when.
  struct Step: Hashable, Sendable {
    var position: Int
    var timeMs: Int64
  }

  /// Nil in a file that does not tell.
  public internal(set) var origin: RecordingOrigin?
  /// What was asked for with keys, oldest first.
  public internal(set) var commands: [TimedCommand] = []
  /// The last line that is whole, where the end of the file is missing.
  public internal(set) var cutAfterLine: Int?
  public internal(set) var endMs: Int64 = 0
  /// Has changed the names in it; nil where they are the file's.
  public internal(set) var anonymizer: Anonymizer?
  public internal(set) var timeline = Timeline()
  var events = PackedEvents()
  /// For the panes of messages and records, with the number of events up to each.
  var trafficLog = TrafficLog()
  /// Places of the events for the log pane.
  var logged: [Int] = []
  var keyframes: [Keyframe] = []
  /// The first one is the start.
  var steps: [Step] = []

  /// A command and when it came.
  public struct TimedCommand: Hashable, Sendable {
    public var timeMs: Int64
    public var command: Command
  }

  public var eventCount: Int { events.count }
  public var startMs: Int64 { steps.first?.timeMs ?? 0 }
}
