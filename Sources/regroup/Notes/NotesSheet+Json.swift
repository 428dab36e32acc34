import Board
import Export

/// The sheet as a line of the notes' protocol, and back. A reader leaves out what it does not know;
/// a line that is none of this version is no sheet.
extension NotesSheet {
  static let version: Int64 = 1
  /// Longest line that is sent, and longest that is read, in bytes.
  static let mostBytesSent = 128 * 1024
  static let mostBytesRead = 256 * 1024

  /// Nil where it would be too long.
  var line: [UInt8]? {
    let document = JsonValue.object([
      .init("notes", .integer(Self.version)), .init("figure", Self.text(figure)),
      .init("time", Self.text(time)), .init("step", .optional(number: step)),
      .init("steps", .optional(number: steps)), .init("en", english.json),
      .init("ko", korean.json),
    ])
    let bytes = Array((document.text + "\n").utf8)
    return bytes.count <= Self.mostBytesSent ? bytes : nil
  }

  init?(line: [UInt8]) {
    guard let document = try? JsonReader.read(line), document["notes"] == .integer(Self.version)
    else { return nil }
    self.init(
      figure: document.text("figure"), time: document.text("time"), step: document.count("step"),
      steps: document.count("steps"))
    english = NotesWords(document["en"] ?? .null)
    korean = NotesWords(document["ko"] ?? .null)
  }

  /// Clipped, so that a sheet always has an end.
  fileprivate static func text(_ text: String) -> JsonValue { .string(String(text.prefix(600))) }
}

extension NotesWords {
  private static let mostLines = 40

  fileprivate var json: JsonValue {
    let texts: [(String, String)] = [
      ("title", title), ("beat", beat), ("state", state), ("why", why), ("cost", cost),
      ("next", next), ("focus", focus), ("question", question), ("answer", answer), ("goal", goal),
    ]
    let pairs = keys.prefix(Self.mostLines).map { key in
      JsonValue.array([NotesSheet.text(key.label), NotesSheet.text(key.word)])
    }
    return .object(
      texts.map { .init($0.0, NotesSheet.text($0.1)) } + [
        .init("coming", .array(coming.prefix(Self.mostLines).map { NotesSheet.text($0) })),
        .init("keys", .array(pairs)),
      ])
  }

  fileprivate init(_ document: JsonValue) {
    self.init()
    title = document.text("title")
    beat = document.text("beat")
    state = document.text("state")
    why = document.text("why")
    cost = document.text("cost")
    next = document.text("next")
    focus = document.text("focus")
    question = document.text("question")
    answer = document.text("answer")
    goal = document.text("goal")
    coming = document.list("coming").prefix(Self.mostLines).map(\.clean)
    keys = document.list("keys").prefix(Self.mostLines).compactMap { pair in
      guard case .array(let parts) = pair, parts.count == 2 else { return nil }
      return Key(label: parts[0].clean, word: parts[1].clean)
    }
  }
}

extension JsonValue {
  fileprivate subscript(name: String) -> JsonValue? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.name == name }?.value
  }

  fileprivate func text(_ name: String) -> String { self[name]?.clean ?? "" }

  fileprivate func count(_ name: String) -> Int? {
    guard case .integer(let number)? = self[name], (0...1_000_000_000).contains(number) else {
      return nil
    }
    return Int(number)
  }

  fileprivate func list(_ name: String) -> [JsonValue] {
    guard case .array(let items)? = self[name] else { return [] }
    return items
  }

  /// A string without control characters: whoever sends it shall not reach the terminal.
  fileprivate var clean: String {
    guard case .string(let text) = self else { return "" }
    let kept = text.unicodeScalars.lazy.filter {
      $0.properties.generalCategory != .control && $0.properties.generalCategory != .format
    }
    return String(String.UnicodeScalarView(kept.prefix(2000)))
  }
}
