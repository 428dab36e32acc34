import Foundation
import Testing

@testable import regroup

@Suite struct LineSourceTests {
  static func lines(_ bytes: [UInt8], greatestLength: Int) throws -> [LineSource.Line] {
    let file = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try Data(bytes).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    var source = try LineSource(path: file.path, greatestLength: greatestLength)
    var lines: [LineSource.Line] = []
    while let line = try source.next() { lines.append(line) }
    return lines
  }

  static func line(_ text: String) -> LineSource.Line { .bytes(Array(text.utf8)) }

  @Test func lineEndsAreNoPartOfALine() throws {
    let three = [Self.line("a"), Self.line(""), Self.line("bc")]
    #expect(try Self.lines(Array("a\n\nbc\n".utf8), greatestLength: 9) == three)
    #expect(try Self.lines(Array("a\n\nbc".utf8), greatestLength: 9) == three)
    #expect(try Self.lines([], greatestLength: 9).isEmpty)
  }

  @Test func aLineThatIsTooLongIsPassedOver() throws {
    let short = Self.line("short")
    for length in [6, 9, 300_000, 3_000_000] {
      let long = String(repeating: "x", count: length)
      let text = "short\n\(long)\nshort\n\(long)"
      #expect(
        try Self.lines(Array(text.utf8), greatestLength: 5) == [short, .tooLong, short, .tooLong])
    }
    let fitting = String(repeating: "y", count: 600_000)
    #expect(
      try Self.lines(Array("\(fitting)\nshort".utf8), greatestLength: 600_000) == [
        Self.line(fitting), short,
      ])
  }
}
