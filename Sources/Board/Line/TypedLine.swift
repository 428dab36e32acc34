import Narration

/// What is being typed into the last row.
public struct TypedLine: Hashable, Sendable {
  /// What it is for, and the sign before it.
  enum Purpose: String, Hashable, Sendable {
    case command = ":"
    case filter = "/"
  }

  let purpose: Purpose
  /// Without the sign.
  public internal(set) var text = ""
  /// What Tab has found, shown above.
  var candidates: [LineCandidate] = []
  public internal(set) var fault: TypedFault?
  /// Which of the earlier lines is shown, counted back from 1; 0 is the new one.
  var recalled = 0
  /// The new one, while an earlier one is shown.
  var draft = ""

  init(_ purpose: Purpose = .command) { self.purpose = purpose }

  /// UTF-8 bytes; no command comes near it.
  static let longest = 255

  /// One sign more, if there is room.
  mutating func append(_ character: Character) {
    guard text.utf8.count + String(character).utf8.count <= Self.longest else { return }
    edit(text + String(character))
  }

  /// Whatever is typed makes what was said about the line obsolete.
  mutating func edit(_ new: String) {
    text = new
    candidates = []
    fault = nil
  }
}

/// Something that a word of the line may become, and what it is called otherwise.
struct LineCandidate: Hashable, Sendable {
  var text: String
  var note = ""
}
