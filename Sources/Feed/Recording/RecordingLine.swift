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
    guard let timeMs = Int64(try reader.word()), RecordingLimits.timesMs.contains(timeMs) else {
      throw .badValue("time")
    }
    var name = try reader.word()
    let isInferred = name.utf8.first == UInt8(ascii: "~")
    if isInferred { name = String(decoding: name.utf8.dropFirst(), as: UTF8.self) }
    let event = try reader.event(name)
    try reader.end()
    return TimedEvent(timeMs, event, isInferred ? .inferred : .observed)
  }
}
