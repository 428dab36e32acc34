/// What must not be left behind: marks, traps, skipped tests, blanks, paths of one machine.
enum Marks {
  // In two parts, so that this file passes its own rule.
  static let words = ["TO" + "DO", "FIX" + "ME", "XX" + "X", "HA" + "CK"]
  static let skips = ["withKnown" + "Issue", "XCT" + "Skip", ".dis" + "abled("]
  static let machinePaths = ["/wo" + "rk/", "/tmp/mi" + "ni"]
  static let licences = ["Copyright", "SPDX-", "//===-", "Created by", "Licensed under"]

  static func check(_ file: ProjectFile) -> [String] {
    guard !file.isData else { return [] }
    var findings = traps(file)
    for (i, line) in file.lines.enumerated() {
      findings += inLine(line, file).map { file.finding(i + 1, $0) }
    }
    if file.isCode, let first = file.lines.first, licences.contains(where: first.contains) {
      findings.append(file.finding(1, "a licence header"))
    }
    if !file.text.isEmpty, file.text.utf8.last != 0x0A {
      findings.append(file.finding(file.lines.count, "no line end at the end"))
    }
    return findings
  }

  private static func inLine(_ line: String, _ file: ProjectFile) -> [String] {
    var found: [String] = []
    let bytes = Array(line.utf8)
    if let last = bytes.last, last == 0x20 || last == 0x09 || last == 0x0D {
      found.append("a trailing blank")
    }
    if bytes.contains(0x09), !file.path.hasSuffix("Makefile") { found.append("a tab") }
    for path in machinePaths where line.contains(path) { found.append("a path of one machine") }
    for skip in skips where line.contains(skip) { found.append("a skipped test") }
    if words.contains(where: line.contains) {
      for word in words where isWord(word, in: line) { found.append("the mark \(word)") }
    }
    return found
  }

  private static func isWord(_ word: String, in line: String) -> Bool {
    line.split { !($0.isLetter || $0.isNumber || $0 == "_") }.contains { $0 == word }
  }

  private static func traps(_ file: ProjectFile) -> [String] {
    zip(file.tokens, file.tokens.dropFirst()).compactMap { a, b in
      guard b.text == "!", a.text == "try" || a.text == "as", a.touches(b) else { return nil }
      return file.finding(a.line, "\(a.text)!")
    }
  }
}
