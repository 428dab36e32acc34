extension RecordingLine {
  private static let start = "start"
  private static let end = "end"

  /// The line of an entry, without a line end.
  public static func text(of entry: RecordingEntry) -> String {
    switch entry {
    case .origin(let origin): origin.line
    case .event(let timed): text(of: timed)
    case .command(let timeMs, let command): "\(timeMs) !" + text(of: command)
    case .input(let timeMs, let text): "\(timeMs) <" + text
    case .start(let timeMs): "\(timeMs) \(start)"
    case .end(let timeMs): "\(timeMs) \(end)"
    }
  }

  /// The entry of a line, without its line end.
  public static func entry(_ bytes: ArraySlice<UInt8>) throws(LineFault) -> RecordingEntry {
    var reader = try LineReader(bytes: bytes)
    if reader.skip(wholeWord: RecordingOrigin.word) { return .origin(try RecordingOrigin(&reader)) }
    let timeMs = try reader.time()
    let entry: RecordingEntry
    if reader.skip("!") {
      entry = .command(timeMs: timeMs, try reader.command(try reader.word()))
    } else if reader.skip("<") {
      return .input(timeMs: timeMs, reader.remainder())
    } else if reader.skip(wholeWord: start) {
      entry = .start(timeMs: timeMs)
    } else if reader.skip(wholeWord: end) {
      entry = .end(timeMs: timeMs)
    } else {
      return .event(try event(&reader, timeMs: timeMs))
    }
    try reader.end()
    return entry
  }
}
