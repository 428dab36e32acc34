import Testing

@testable import KafkaSecurity

/// A file is read as `java.util.Properties.load` reads it.
@Suite struct PropertiesTests {
  private func pairs(_ text: String) -> [[String]] {
    Properties.lines(text).map { [$0.key, $0.value] }
  }

  @Test func separators() {
    #expect(
      pairs("a=1\nb:2\nc 3\nd\t4\n e = 5 \nf : 6\ng = = 7\nh==8\ni") == [
        ["a", "1"], ["b", "2"], ["c", "3"], ["d", "4"], ["e", "5 "], ["f", "6"], ["g", "= 7"],
        ["h", "=8"], ["i", ""],
      ])
  }

  @Test func commentsAndEmptyLines() {
    #expect(pairs("# a=1\n  ! b=2\n\n \t\nc=3 # no comment\n") == [["c", "3 # no comment"]])
    #expect(pairs("").isEmpty)
    #expect(pairs("# a \\\nb=1") == [["b", "1"]])
  }

  @Test func lineEnds() {
    #expect(
      pairs("a=1\r\nb=2\rc=3\n\nd=4") == [["a", "1"], ["b", "2"], ["c", "3"], ["d", "4"]])
    #expect(Properties.lines("a=1\r\n\r\nb=2\\\r\n 3\r\nc=4").map(\.line) == [1, 3, 5])
  }

  @Test func linesThatGoOn() {
    #expect(
      pairs("a=1, \\\n    2\nb=x\\\\\nc=3\\") == [["a", "1, 2"], ["b", "x\\"], ["c", "3"]])
    #expect(pairs("a=\\\n# no comment\nb=1") == [["a", "# no comment"], ["b", "1"]])
  }

  @Test func escapes() {
    #expect(pairs(#"a\ b\=c\:d=\t|\n|\r|\f|\q|\\|\""#) == [["a b=c:d", "\t|\n|\r|\u{0C}|q|\\|\""]])
    #expect(pairs(#"a=\u00e9\uD83D\uDE00\u12"#) == [["a", "é😀u12"]])
  }

  @Test func whatAFontJoinsIsTwoLetters() {
    #expect(pairs("a=\u{301}x") == [["a", "\u{301}x"]])
  }

  @Test func everyTextComesBack() {
    let texts = ["", " a b ", "\\", "a\\\nb\t\r\n", "=:#!", "\u{301}", "한글 \u{2028}", "\\u0041"]
    for text in texts {
      let line = "key=" + Properties.escaped(text)
      #expect(pairs(line) == [["key", text]], "\(line)")
      #expect(!line.contains("\n") && !line.contains("\t"))
    }
  }
}
