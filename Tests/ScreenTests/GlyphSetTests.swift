import Screen
import Testing

@Suite struct GlyphSetTests {
  private func translate(_ text: String, _ set: GlyphSet) -> String {
    var frame = Frame(width: DisplayWidth.of(text), height: 1)
    frame.put(text, x: 0, y: 0)
    return frame.translated(to: set).rowText(0)
  }

  @Test func asciiDrawsWithoutAnyOtherGlyph() {
    #expect(translate("░╍╌╎◂▸‹›✗", .ascii) == "?..:<><>X")
    #expect(GlyphSet.ascii.translate("유지 2 · 1× → 다음") == "유지 2 - 1x > 다음")
    #expect(GlyphSet.unicode.translate("2 · 1×") == "2 · 1×")
    #expect(translate("▇█▀─│†★·→←↑↓×", .ascii) == "===-|x*-><^vx")
    #expect(translate("█████████▌ ██▏ ▍", .ascii) == "========== ==| |")
    #expect(translate("▁▂▃▄▅▆▇█", .ascii) == "---++===")
    #expect(translate("이유 é", .ascii) == "이유 é")
  }

  @Test func ambiguousWideKeepsOnlyWhatEveryoneAgreesOn() {
    #expect(translate("░╍╌╎◂▸‹›✗", .ambiguousWide) == "░╍╌╎◂▸‹›✗")
    #expect(translate("B▇▇─▏†★·→×", .ambiguousWide) == "B==-|x*->x")
    #expect(translate("이유 é", .ambiguousWide) == "이유 ?")
    for value: UInt32 in 0x20..<0x3000 {
      guard let scalar = Unicode.Scalar(value), DisplayWidth.of(scalar) == 1 else { continue }
      let shown = GlyphSet.ambiguousWide.translate(Glyph(Character(scalar)))
      #expect(DisplayWidth.of(shown.text, ambiguous: 2) == 1)
    }
  }

  @Test func translationKeepsRolesAndWidths() {
    var frame = Frame(width: 6, height: 1)
    frame.put("한█★", x: 0, y: 0, role: .due)
    let shown = frame.translated(to: .ascii)
    #expect(shown[2, 0].role == .due)
    #expect(shown[1, 0].isContinuation)
    #expect(frame.translated(to: .unicode) == frame)
    #expect(GlyphSet.allCases.filter(\.hasHalfRows) == [.unicode])
  }
}
