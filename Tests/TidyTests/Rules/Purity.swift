/// What a pure target does not name: clocks, threads, floats, and collections whose order differs
/// between two runs.
enum Purity {
  static let banned = [
    "Foundation", "Dispatch", "DispatchQueue", "DispatchTime", "Glibc", "Darwin", "Date",
    "ContinuousClock", "SuspendingClock", "Clock", "Thread", "Task", "Process", "FileManager",
    "Float", "Double", "Float16", "Float32", "Float64", "Float80", "CGFloat", "Set", "Dictionary",
    "Hasher", "hashValue", "SystemRandomNumberGenerator", "ObjectIdentifier", "print",
  ]
  /// The table that may not be walked, and the one type that hashes by hand.
  static let exceptions = [
    "Sources/KafkaModel/Collections/Index.swift": ["Dictionary", "[K: V]"],
    "Sources/KafkaModel/Ids/Id.swift": ["Hasher"],
  ]

  static func check(_ file: ProjectFile) -> [String] {
    guard let target = file.target, file.isSwift, Arrows.isPure(target) else { return [] }
    let excepted = exceptions[file.path] ?? []
    let tokens = file.tokens
    return tokens.indices.compactMap { i in
      guard let name = impurity(tokens, i), !excepted.contains(name) else { return nil }
      return file.finding(tokens[i].line, "pure code names \(name)")
    }
  }

  private static func impurity(_ tokens: [Token], _ i: Int) -> String? {
    let text = tokens[i].text
    if text.hasPrefix("NIO") { return text }
    // A case or a member may be called as it likes: `.print`, `Process` as our own nested type.
    if banned.contains(text), !isDeclaredHere(tokens, text), !isMember(tokens, i) { return text }
    if text == "hashValue" { return text }
    if text == "[", isDictionary(tokens, i) { return "[K: V]" }
    if ["shuffled", "randomElement"].contains(text), isCalledBare(tokens, i) {
      return "\(text)() without a generator"
    }
    return nil
  }

  private static func isMember(_ tokens: [Token], _ i: Int) -> Bool {
    (i > 0 && tokens[i - 1].text == ".") || (i + 1 < tokens.count && tokens[i + 1].text == ":")
  }

  private static func isDeclaredHere(_ tokens: [Token], _ name: String) -> Bool {
    zip(tokens, tokens.dropFirst()).contains {
      ["struct", "enum", "func", "case"].contains($0.text) && $1.text == name
    }
  }

  private static func isCalledBare(_ tokens: [Token], _ i: Int) -> Bool {
    i + 2 < tokens.count && tokens[i + 1].text == "(" && tokens[i + 2].text == ")"
  }

  /// `[Key: …` and `[Outer.Key<X>?: …`; `[:]` may be an OrderedDictionary and stays.
  private static func isDictionary(_ tokens: [Token], _ i: Int) -> Bool {
    var next = i + 1
    guard next < tokens.count, tokens[next].startsWithCapital else { return false }
    while next < tokens.count, tokens[next].isWord || ".<>?".contains(tokens[next].text) {
      next += 1
    }
    return next < tokens.count && tokens[next].text == ":"
  }
}
