import Export
import Testing

@testable import regroup

@Suite struct JsonReaderTests {
  @Test func whatIsWrittenIsReadBack() throws {
    let value = JsonValue.object([
      JsonValue.Member("a", .array([.integer(.min), .integer(0), .bool(true), .null])),
      JsonValue.Member("\"\\\n\u{1}한\u{1F600}", .string("")),
      JsonValue.Member("a", .object([])),
    ])
    #expect(try JsonReader.read(Array(value.text.utf8)) == value)
    #expect(try JsonReader.read(Array(value.indentedText.utf8)) == value)
    for text in ["1.5", "-0.25e+10", "1E3", "99999999999999999999"] {
      #expect(try JsonReader.read(Array(text.utf8)) == .string(text), "kept as it is written")
    }
    let escapes = #""\u00e9\uD83D\uDE00\/\b\f\n\r\t\"\\""#
    #expect(
      try JsonReader.read(Array(escapes.utf8)) == .string("é\u{1F600}/\u{8}\u{c}\n\r\t\"\\"))
  }

  @Test func whatIsNoJsonIsNamedWithItsColumn() {
    let texts = [
      "", " ", "{", "[", "[1", "[1,", "[1,]", "{\"a\"", "{\"a\":", "{\"a\":1", "{\"a\":1,}",
      "{a:1}",
      "nul", "tru", "01", "-", "+1", "1.", "1e", ".5", "-01", "\"a", "\"\\x\"",
      "\"\\u12\"", "\"\\uD83D\"", "\"\\uDE00\"", "\"\\uD83D\\u0041\"", "\"\u{1}\"", "1 2", "[]]",
      String(repeating: "[", count: 100_000),
    ]
    for text in texts {
      #expect(throws: JsonReader.Malformed.self, "\(text.prefix(40))") {
        try JsonReader.read(Array(text.utf8))
      }
    }
    #expect(throws: JsonReader.Malformed.self) { try JsonReader.read([0x22, 0xC3, 0x22]) }
    #expect(throws: JsonReader.Malformed(text: "a comma or ] is missing", column: 4)) {
      try JsonReader.read(Array("[1 2]".utf8))
    }
  }

  @Test func everyBeginningOfADocumentIsRefused() throws {
    let text = Array(#"{"a":[1,-2,{"b":"c\u00e9\\"},null,true,false]}"#.utf8)
    _ = try JsonReader.read(text)
    for length in 0..<text.count {
      #expect(throws: JsonReader.Malformed.self) { try JsonReader.read(Array(text[..<length])) }
    }
  }
}
