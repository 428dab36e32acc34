/// `sasl.jaas.config`: `CLASS FLAG (OPTION=VALUE)* ;`, cut into words as Java's `StreamTokenizer`
/// does.
struct JaasConfig: Hashable {
  var module: String
  var options: [Option]

  struct Option: Hashable {
    var name: String
    var value: Secret
  }

  subscript(name: String) -> String? { options.last { $0.name == name }?.value.text }

  private static let flags = ["required", "requisite", "sufficient", "optional"]

  /// nil where it has not that form.
  init?(_ text: String) {
    guard let words = Self.words(text), words.count >= 3, words.last == .sign(";"),
      case .word(let module) = words[0], case .word(let flag) = words[1],
      Self.flags.contains(flag.lowercased())
    else { return nil }
    self.module = module
    options = []
    var rest = words[2..<(words.count - 1)]
    while !rest.isEmpty {
      guard rest.count >= 3, case .word(let name) = rest.removeFirst(),
        rest.removeFirst() == .sign("="), case .word(let value) = rest.removeFirst()
      else { return nil }
      options.append(Option(name: name, value: Secret(value)))
    }
  }

  private enum Word: Equatable {
    case word(String)
    case sign(UnicodeScalar)
  }

  private static let signs: [UnicodeScalar] = ["=", ";", "\"", "'"]

  private static func text(_ scalars: ArraySlice<UnicodeScalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }

  private static func words(_ text: String) -> [Word]? {
    var words: [Word] = []
    var rest = Array(text.unicodeScalars)[...]
    while let first = rest.first {
      if first.properties.isWhitespace {
        rest = rest.dropFirst()
      } else if first == "\"" || first == "'" {
        guard let quoted = quoted(&rest) else { return nil }
        words.append(.word(quoted))
      } else if first == "=" || first == ";" {
        words.append(.sign(first))
        rest = rest.dropFirst()
      } else {
        let word = rest.prefix { !$0.properties.isWhitespace && !signs.contains($0) }
        words.append(.word(Self.text(word)))
        rest = rest.dropFirst(word.count)
      }
    }
    return words
  }

  /// Between quotes a backslash begins an escape; nil where the quotes do not end.
  private static func quoted(_ rest: inout ArraySlice<UnicodeScalar>) -> String? {
    let quote = rest.removeFirst()
    var output: [UnicodeScalar] = []
    while let next = rest.popFirst() {
      if next == quote { return text(output[...]) }
      guard next == "\\" else {
        output.append(next)
        continue
      }
      guard let escaped = rest.popFirst() else { return nil }
      output.append(unescaped(escaped, &rest))
    }
    return nil
  }

  private static func unescaped(
    _ escaped: UnicodeScalar, _ rest: inout ArraySlice<UnicodeScalar>
  ) -> UnicodeScalar {
    switch escaped {
    case "n": return "\n"
    case "t": return "\t"
    case "r": return "\r"
    case "f": return "\u{0C}"
    case "b": return "\u{08}"
    case "a": return "\u{07}"
    case "v": return "\u{0B}"
    case "0"..."7":
      // Up to three octal digits, the first of three no more than 3.
      let most = escaped <= "3" ? 2 : 1
      let more = rest.prefix(most).prefix { ("0"..."7").contains($0) }
      rest = rest.dropFirst(more.count)
      return UnicodeScalar(UInt8(text([escaped] + more), radix: 8) ?? 0)
    default: return escaped
    }
  }
}
