import Foundation

/// The list of rules under Tests/Rules, held against the tests.
///
/// The list names the tests, not they the rules: a test that breaks is then looked up in one place,
/// the list can be read as a specification, and cases of fixtures can be named, which could carry
/// no mark. What a comment calls a rule by its number must be in the list.
struct ProtocolRules {
  let rules: [ProtocolRule]
  let findings: [String]

  init(_ files: [ProjectFile]) {
    let lists = files.filter { $0.path.hasPrefix("Tests/Rules/") && $0.path.hasSuffix(".txt") }
      .map(ProtocolRule.read)
    rules = lists.flatMap(\.rules)
    let tests = KnownTests(files)
    findings =
      lists.flatMap(\.findings) + Self.misnumbered(rules)
      + rules.flatMap { Self.unpinned($0, tests) } + Self.unknown(rules, files)
  }

  var leftOut: [ProtocolRule] { rules.filter { $0.reason != nil } }

  /// What README.md says of them.
  var summary: String {
    "\(rules.count) rules of the protocol: \(rules.count - leftOut.count) name the tests that "
      + "fail if they are broken, \(leftOut.count) are left out, each with its reason"
  }

  /// In each section 1, 2, 3 …, and each section once.
  private static func misnumbered(_ rules: [ProtocolRule]) -> [String] {
    var places: [String: Int] = [:]
    var former = ""
    return rules.compactMap { rule in
      defer {
        places[rule.section] = max(places[rule.section] ?? 0, rule.place)
        former = rule.section
      }
      let next = (places[rule.section] ?? 0) + 1
      if former != rule.section && next > 1 { return finding(rule, "its section was over") }
      return rule.place == next ? nil : finding(rule, "\(rule.section)-\(next) was to come")
    }
  }

  private static func unpinned(_ rule: ProtocolRule, _ tests: KnownTests) -> [String] {
    var findings: [String] = []
    if let reason = rule.reason {
      if reason.isEmpty || !rule.tests.isEmpty {
        findings.append(finding(rule, "a reason, or tests, not both"))
      }
    } else if rule.tests.isEmpty {
      findings.append(finding(rule, "neither a test nor a reason"))
    }
    for (i, test) in rule.tests.enumerated() {
      if rule.tests[..<i].contains(test) { findings.append(finding(rule, "a test named twice")) }
      if !tests.contains(test.name) {
        findings.append(finding(rule, "no test \(test.name)"))
      } else if let example = test.example, !tests.contains(test, example: example) {
        findings.append(finding(rule, "no case \(example) of \(test.name)"))
      }
    }
    return findings
  }

  /// Rules that comments speak of and nobody has listed.
  private static func unknown(_ rules: [ProtocolRule], _ files: [ProjectFile]) -> [String] {
    let known = Set(rules.map(\.number))
    var findings: [String] = []
    for file in files where file.isSwift {
      for (i, line) in file.lines.enumerated() {
        for number in mentioned(in: line) where !known.contains(number) {
          findings.append(file.finding(i + 1, "there is no rule \(number)"))
        }
      }
    }
    return findings
  }

  /// The numbers after the word `rule` in a comment.
  private static func mentioned(in line: String) -> [String] {
    guard let comment = line.range(of: "//")?.upperBound else { return [] }
    let words = line[comment...].split { !($0.isLetter || $0.isNumber || $0 == "." || $0 == "-") }
    return zip(words, words.dropFirst()).compactMap { word, next in
      guard word.lowercased() == "rule" else { return nil }
      let number = next.last == "." ? next.dropLast() : next
      return ProtocolRule.split(number: number).map { "\($0.section)-\($0.place)" }
    }
  }

  private static func finding(_ rule: ProtocolRule, _ what: String) -> String {
    "\(rule.path):\(rule.line): rule \(rule.number): \(what)"
  }
}
