extension Pem {
  /// The text with line ends where readers of PEM want them: in a properties file a block is often
  /// one line with spaces, as Kafka takes it.
  var lined: String {
    var output = ""
    var rest = text.text[...]
    while let block = Self.nextBlock(&rest) {
      output += "-----BEGIN \(block.label)-----\n"
      output += block.body.contains(":") ? String(block.body) : Self.wrapped(block.body)
      output += "-----END \(block.label)-----\n"
    }
    return output
  }

  /// Whether a block of such a kind is in it, e.g. `CERTIFICATE`.
  func has(_ kind: String) -> Bool {
    var rest = text.text[...]
    while let block = Self.nextBlock(&rest) {
      if block.label.hasSuffix(kind) { return true }
    }
    return false
  }

  /// Whether its key needs a password.
  var isEncrypted: Bool {
    text.text.contains("BEGIN ENCRYPTED PRIVATE KEY") || text.text.contains("4,ENCRYPTED")
  }

  private static func nextBlock(
    _ rest: inout Substring
  ) -> (label: Substring, body: Substring)? {
    guard let begin = rest.firstRange(of: "-----BEGIN "),
      let labelEnd = rest[begin.upperBound...].firstRange(of: "-----")
    else { return nil }
    let label = rest[begin.upperBound..<labelEnd.lowerBound]
    let tail = rest[labelEnd.upperBound...]
    guard let end = tail.firstRange(of: "-----END \(label)-----") else { return nil }
    rest = rest[end.upperBound...]
    let body = tail[..<end.lowerBound]
    return (label, body.first == "\n" ? body.dropFirst() : body)
  }

  private static func wrapped(_ body: Substring) -> String {
    var output = ""
    var column = 0
    for character in body where !character.isWhitespace {
      output.append(character)
      column += 1
      if column == 64 {
        output += "\n"
        column = 0
      }
    }
    return column == 0 ? output : output + "\n"
  }
}

extension Substring {
  /// The standard library has it only for collections it compares element by element.
  fileprivate func firstRange(of text: String) -> Range<Index>? {
    var from = startIndex
    while from < endIndex {
      guard let found = self[from...].firstIndex(of: "-") else { return nil }
      if self[found...].hasPrefix(text) {
        return found..<index(found, offsetBy: text.count)
      }
      from = index(after: found)
    }
    return nil
  }
}
