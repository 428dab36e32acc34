/// How long a file, a function and a line may be.
enum Sizes {
  static let mostLines = 500
  static let mostFunctionLines = 70
  static let mostColumns = 100

  static func check(_ file: ProjectFile) -> [String] {
    guard file.isCode, !file.isData else { return [] }
    var findings: [String] = []
    // The last line feed opens a line that is none.
    let count = file.lines.count - (file.lines.last == "" ? 1 : 0)
    if count > mostLines { findings.append(file.finding(count, "\(count) lines")) }
    for (i, line) in file.lines.enumerated() where line.count > mostColumns {
      findings.append(file.finding(i + 1, "\(line.count) columns"))
    }
    for function in Functions.all(in: file.tokens) where function.lines > mostFunctionLines {
      findings.append(
        file.finding(function.line, "\(function.name) has \(function.lines) lines"))
    }
    return findings
  }
}
