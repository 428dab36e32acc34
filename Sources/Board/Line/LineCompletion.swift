import Feed
import Narration

/// What Tab makes of a line: the longest beginning that all candidates share, and the candidates.
struct LineCompletion {
  private(set) var text: String
  private(set) var candidates: [LineCandidate] = []

  init(_ text: String, _ model: BoardModel, _ picture: GroupPicture) {
    self.text = text
    let words = text.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    let typed = words.last ?? ""
    let before = words.dropLast().filter { !$0.isEmpty }
    guard let noun = Self.noun(after: before) else { return }
    let all = LineWords(model, picture).candidates(noun)
    candidates = Self.matching(typed, all)
    guard let shared = Self.shared(candidates.map(\.text)) else { return }
    let isWhole = candidates.count == 1
    let goesOn = isWhole && Self.noun(after: before + [shared]) != nil
    if shared.count >= typed.count {
      self.text = String(text.dropLast(typed.count)) + shared + (goesOn ? " " : "")
    }
    if isWhole { candidates = [] }
  }

  /// What the next word can be.
  private static func noun(after words: [String]) -> TypedFault.Noun? {
    guard let first = words.first else { return .command }
    return CommandWord(rawValue: first)?.parameter(words.count - 1)?.noun
  }

  /// Who is called by a letter is found by name too, as soon as one has begun to type it.
  private static func matching(_ typed: String, _ all: [LineCandidate]) -> [LineCandidate] {
    if typed.isEmpty { return all }
    let found = all.filter { $0.text.hasPrefix(typed) }
    let named = all.filter {
      !$0.text.hasPrefix(typed) && $0.note.hasPrefix(typed) && !$0.note.contains(" ")
    }
    return found + named.map { LineCandidate(text: $0.note, note: $0.text) }
  }

  private static func shared(_ texts: [String]) -> String? {
    guard var shared = texts.first else { return nil }
    for text in texts.dropFirst() {
      while !text.hasPrefix(shared) { shared.removeLast() }
    }
    return shared
  }
}
