import KafkaModel

/// One event or one command as a line of text, and back.
///
/// `<time> [~]<event> key=value …`, the fields in a fixed order, times in milliseconds; `~` marks
/// what was inferred. Names keep their letters; blanks, controls, `%`, `=` and `,` are `%XX`.
public enum RecordingLine {
  /// The line of an event, without a line end.
  public static func text(of timed: TimedEvent) -> String {
    var writer = LineWriter("\(timed.timeMs)")
    writer.event(timed.event, mark: timed.provenance == .inferred ? "~" : "")
    return writer.text
  }

  /// The event of a line; whether its slots are known is not looked at (`RecordingReader` does).
  public static func event(_ line: String) throws(LineFault) -> TimedEvent {
    var reader = try LineReader(line)
    return try event(&reader, timeMs: try reader.time())
  }

  static func event(
    _ reader: inout LineReader, timeMs: Int64
  ) throws(LineFault) -> TimedEvent {
    let isInferred = reader.skip("~")
    let event = try reader.event(try reader.word())
    try reader.end()
    return TimedEvent(timeMs, event, isInferred ? .inferred : .observed)
  }
}
