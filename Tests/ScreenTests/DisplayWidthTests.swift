import Screen
import Testing

@Suite struct DisplayWidthTests {
  @Test func clustersTakeTheirWidestScalar() {
    let cases: [(String, Int)] = [
      ("", 0), ("a", 1), ("한", 2), ("한글 ok", 7), ("\u{1112}\u{1161}\u{11ab}", 2),
      ("e\u{301}", 1), ("é", 1), ("👩‍👩‍👧", 2), ("日本", 4), ("ｶ", 1), ("Ａ", 2), ("─█░╍†★·", 7),
      ("\u{ad}", 1), ("𠀀", 2), ("\u{378}", 1),
    ]
    for (text, columns) in cases { #expect(DisplayWidth.of(text) == columns, "\(text)") }
  }

  @Test func ambiguousScalarsTakeWhatTheTerminalSays() {
    for text in ["─", "█", "†", "★", "·", "→", "×", "é"] {
      #expect(DisplayWidth.of(text) == 1, "\(text)")
      #expect(DisplayWidth.of(text, ambiguous: 2) == 2, "\(text)")
    }
    for text in ["░", "╍", "╌", "╎", "◂", "▸", "‹", "›", "✗", "a"] {
      #expect(DisplayWidth.of(text, ambiguous: 2) == 1, "\(text)")
    }
  }

  @Test func glyphsKeepThreeScalarsAndNoControls() {
    #expect(Glyph("\u{1112}\u{1161}\u{11ab}").scalars.count == 3)
    #expect(Glyph("👩‍👩‍👧").scalars.count == 3)
    #expect(Glyph("👩‍👩‍👧").columns == 2)
    for control: Character in ["\u{1b}", "\n", "\r\n", "\t", "\u{7f}", "\u{9b}"] {
      #expect(Glyph(control).text == "?")
    }
    #expect(MemoryLayout<Glyph>.size == 8)
    #expect(MemoryLayout<Cell>.stride <= 16)
  }
}
