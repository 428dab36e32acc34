import Screen

/// Frames as a terminal recording that players of asciicast version 2 show: a header, then one line
/// of JSON for each change, with the seconds since the start.
public struct Asciicast {
  private let theme: Theme
  private var shown: [String] = []

  public init(theme: Theme) { self.theme = theme }

  /// The first line, without a line end.
  public static func header(width: Int, height: Int, title: String) -> String {
    JsonValue.object([
      .init("version", .integer(2)), .init("width", .number(width)),
      .init("height", .number(height)), .init("title", .string(title)),
      .init("env", .object([.init("TERM", .string("xterm-256color"))])),
    ]).text
  }

  /// The line of a frame, without a line end: the rows that have changed; nil where none has.
  public mutating func line(_ frame: Frame, atMs: Int64) -> String? {
    let rows = (0..<frame.height).map { FrameAnsi.row($0, of: frame, theme: theme) }
    var out = ""
    if shown.isEmpty { out += Self.clear }
    for (y, row) in rows.enumerated() where !shown.indices.contains(y) || shown[y] != row {
      out += "\u{1b}[\(y + 1);1H\(row)\u{1b}[0m\u{1b}[K"
    }
    shown = rows
    guard !out.isEmpty else { return nil }
    return "[\(Self.seconds(atMs)),\"o\",\(JsonValue.string(out).text)]"
  }

  /// No cursor, an empty screen.
  private static let clear = "\u{1b}[?25l\u{1b}[2J"

  /// `12.034`, a JSON number.
  private static func seconds(_ ms: Int64) -> String {
    let thousandths = String(1000 + max(0, ms) % 1000).dropFirst()
    return "\(max(0, ms) / 1000).\(thousandths)"
  }
}
