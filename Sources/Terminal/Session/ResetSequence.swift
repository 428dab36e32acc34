import CNcursesw

/// What has to be written to give a terminal back, from its own description.
enum ResetSequence {
  /// Attributes off, cursor shown, keypad and alternate screen left.
  static func bytes() -> [UInt8] {
    ["sgr0", "cnorm", "rmkx", "rmcup"].flatMap { name -> [UInt8] in
      guard let text = regroup_capability(name) else { return [] }
      return withoutPadding(Array(String(cString: text).utf8))
    }
  }

  /// Leaves out the delays `$<5>`, which are for terminals of paper.
  static func withoutPadding(_ text: [UInt8]) -> [UInt8] {
    var kept: [UInt8] = []
    var index = 0
    while index < text.count {
      if text[index] == UInt8(ascii: "$"), index + 1 < text.count,
        text[index + 1] == UInt8(ascii: "<"),
        let end = text[index...].firstIndex(of: UInt8(ascii: ">"))
      {
        index = end + 1
        continue
      }
      kept.append(text[index])
      index += 1
    }
    return kept
  }
}
