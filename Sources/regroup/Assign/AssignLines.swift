import ArgumentParser
import Glibc

/// Answers line after line; what is wrong with one does not touch the others.
enum AssignLines {
  static func run(path: String, isBench: Bool) throws {
    var source = try LineSource(path: path)
    var output = Output()
    if isBench { try output.line(AssignBench.heading) }
    var number = 0
    var isSpotless = true
    while let line = try source.next() {
      number += 1
      if line.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }) { continue }
      do {
        let item = try CaseReader.read(line, line: number)
        for (place, step) in item.steps.enumerated() {
          try output.line(
            isBench
              ? AssignBench.line(step, place, of: item) : AssignAnswer.line(step, place, of: item))
          if isBench { try output.flush() }
        }
      } catch let error as FieldError {
        isSpotless = false
        try output.flush()
        complain("line \(number): \(error.description)")
      }
    }
    try output.flush()
    if !isSpotless { throw ExitCode(2) }
  }

  private static func complain(_ text: String) {
    Output.writeAll(Array("regroup: \(text)\n".utf8), to: STDERR_FILENO)
  }
}
