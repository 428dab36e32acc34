import ArgumentParser
import Glibc

/// Answers line after line; what is wrong with one does not touch the others.
struct AssignLines {
  private let isBench: Bool
  private var output = Output()

  static func run(path: String, isBench: Bool) throws {
    var source = try LineSource(path: path)
    var lines = AssignLines(isBench: isBench)
    if isBench { try lines.output.line(AssignBench.heading) }
    var number = 0
    var isSpotless = true
    while let line = try source.next() {
      number += 1
      do {
        try lines.answer(line, number)
      } catch let error as FieldError {
        isSpotless = false
        try lines.output.flush()
        complain("line \(number): \(error.description)")
      }
    }
    try lines.output.flush()
    if !isSpotless { throw ExitCode(2) }
  }

  private init(isBench: Bool) { self.isBench = isBench }

  /// A line of nothing but blanks says nothing.
  private mutating func answer(_ line: LineSource.Line, _ number: Int) throws {
    guard case .bytes(let bytes) = line else {
      throw FieldError(field: "", text: "longer than \(LineSource.greatestLength) bytes")
    }
    if bytes.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }) { return }
    let item = try CaseReader.read(bytes, line: number)
    for (place, step) in item.steps.enumerated() {
      if isBench {
        try output.line(AssignBench.line(step, place, of: item))
        try output.flush()
      } else {
        try output.line(AssignAnswer.line(step, place, of: item))
      }
    }
  }

  private static func complain(_ text: String) {
    Output.writeAll(Array("regroup: \(text)\n".utf8), to: STDERR_FILENO)
  }
}
