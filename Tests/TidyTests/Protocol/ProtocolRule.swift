/// A rule of Kafka's protocol as Tests/Rules lists it: a number and a sentence, and under it the
/// tests that fail if it is broken, or why there is none.
struct ProtocolRule: Equatable {
  /// The section of the rules and the place in it, as `3.1` and 4 of `3.1-4`.
  let section: String
  let place: Int
  let sentence: String
  var tests: [NamedTest] = []
  /// Why it is left out.
  var reason: String?
  let path: String
  let line: Int

  var number: String { "\(section)-\(place)" }

  /// A test as a rule names it: `Target/Suite/test`, then ` @ case` for one case of many.
  struct NamedTest: Equatable {
    let name: String
    /// A fixture or a transcript that the test goes through.
    let example: String?

    init(_ text: String) {
      let parts = text.split(separator: " @ ", maxSplits: 1).map(String.init)
      name = parts.first ?? ""
      example = parts.count > 1 ? parts[1] : nil
    }

    var target: String { String(name.prefix { $0 != "/" }) }
  }

  static let leftOut = "left out: "

  /// The rules of a file, and its lines that say nothing.
  static func read(_ file: ProjectFile) -> (rules: [ProtocolRule], findings: [String]) {
    var rules: [ProtocolRule] = []
    var findings: [String] = []
    for (i, line) in file.lines.enumerated() where !line.isEmpty && !line.hasPrefix("#") {
      if line.hasPrefix("  "), let last = rules.indices.last {
        let text = String(line.dropFirst(2))
        if text.hasPrefix(leftOut) {
          rules[last].reason = String(text.dropFirst(leftOut.count))
        } else {
          rules[last].tests.append(NamedTest(text))
        }
      } else if let rule = rule(in: line, file.path, i + 1) {
        rules.append(rule)
      } else {
        findings.append(file.finding(i + 1, "neither a rule nor a test of one"))
      }
    }
    return (rules, findings)
  }

  private static func rule(in line: String, _ path: String, _ number: Int) -> ProtocolRule? {
    let parts = line.split(separator: " ", maxSplits: 1)
    guard parts.count == 2, let (section, place) = split(number: parts[0]) else { return nil }
    return ProtocolRule(
      section: section, place: place, sentence: String(parts[1]), path: path, line: number)
  }

  /// `3.1-4` as `3.1` and 4.
  static func split(number: Substring) -> (section: String, place: Int)? {
    let parts = number.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2, let place = Int(parts[1]), let first = parts[0].first,
      first.isNumber, parts[0].allSatisfy({ $0.isNumber || $0 == "." })
    else { return nil }
    return (String(parts[0]), place)
  }
}
