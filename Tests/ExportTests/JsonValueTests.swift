import Export
import Testing

@Suite struct JsonValueTests {
  @Test func valuesAreWrittenOnOneLine() {
    let rows: [(JsonValue, String)] = [
      (.null, "null"), (.boolean(true), "true"), (.boolean(false), "false"),
      (.integer(-5), "-5"), (.unsigned(.max), "18446744073709551615"),
      (.integer(.min), "-9223372036854775808"),
      (.array([]), "[]"), (.object([]), "{}"),
      (.array([.integer(1), .null, .array([.string("a")])]), #"[1,null,["a"]]"#),
      (.object([.init("b", .integer(1)), .init("a", .null)]), #"{"b":1,"a":null}"#),
      (.orNull(nil as String?), "null"), (.orNull(3), "3"),
    ]
    for (value, text) in rows { #expect(value.text == text) }
  }

  @Test func stringsAreEscaped() {
    let rows: [(String, String)] = [
      ("plain 토픽 👩‍👧", #""plain 토픽 👩‍👧""#), ("\"\\", #""\"\\""#),
      ("a\r\nb\tc", #""a\r\nb\tc""#), ("\u{0}\u{1F}\u{7F}", #""\u0000\u001f\u007f""#),
      ("\u{2028}\u{85}", #""\u2028\u0085""#),
    ]
    for (string, text) in rows {
      #expect(JsonValue.string(string).text.utf8.elementsEqual(text.utf8))
    }
  }
}
