import Export
import Testing

@Suite struct JsonTextTests {
  @Test func valuesAreWrittenOnOneLine() {
    let rows: [(JsonValue, String)] = [
      (.null, "null"), (.bool(true), "true"), (.bool(false), "false"),
      (.integer(.min), "-9223372036854775808"), (.number(UInt64.max), #""18446744073709551615""#),
      (.array([]), "[]"), (.object([]), "{}"),
      (.array([.integer(1), .null, .array([.string("a")])]), #"[1,null,["a"]]"#),
      (.object([.init("b", .integer(1)), .init("a", .null)]), #"{"b":1,"a":null}"#),
      (.optional(nil), "null"), (.optional("x"), #""x""#),
      (.optional(number: nil as Int?), "null"), (.optional(number: 3), "3"),
    ]
    for (value, text) in rows { #expect(value.text == text) }
  }

  @Test func stringsAreEscaped() {
    let rows: [(String, String)] = [
      ("토픽 👩‍👧", #""토픽 👩‍👧""#), ("\"\\", #""\"\\""#), ("a\r\nb\tc", #""a\r\nb\tc""#),
      ("\u{0}\u{1f}\u{7f}", #""\u0000\u001f\u007f""#), ("\u{2028}\u{85}", #""\u2028\u0085""#),
    ]
    for (string, text) in rows { #expect(JsonValue.string(string).text == text) }
  }

  @Test func indentationIsForPeople() {
    let value = JsonValue.object([
      .init("a", .array([.integer(1), .integer(2)])), .init("b", .array([])),
    ])
    #expect(value.indentedText == "{\n  \"a\": [\n    1,\n    2\n  ],\n  \"b\": []\n}")
  }
}
