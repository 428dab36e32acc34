/// A recording as text: a header with the format's version, then one event a line.
public enum Recording {
  static let name = "regroup-recording"
  static let version = "1"

  /// The first line.
  public static var header: String { "\(name) \(version)" }

  /// The whole text, each line ended by a line feed.
  public static func text(_ events: some Sequence<TimedEvent>) -> String {
    var text = header + "\n"
    for timed in events { text += RecordingLine.text(of: timed) + "\n" }
    return text
  }

  /// All events of a text, or the first fault with its line.
  public static func events(in text: String) throws(RecordingError) -> [TimedEvent] {
    var reader = RecordingReader()
    var events: [TimedEvent] = []
    // By bytes: a carriage return before the line feed is one Character with it.
    for bytes in text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false) {
      let line = String(decoding: bytes, as: UTF8.self)
      if case .event(let timed) = try reader.read(line) { events.append(timed) }
    }
    return events
  }
}
