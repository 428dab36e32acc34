import Screen
import Testing

@Suite struct FrameTests {
  private func rows(_ frame: Frame) -> [String] {
    (0..<frame.height).map { frame.rowText($0) }
  }

  @Test func textIsClippedOnEverySide() {
    var frame = Frame(width: 6, height: 2)
    #expect(frame.put("abcdefgh", x: -2, y: 0) == 6)
    #expect(frame.put("abcdefgh", x: 3, y: 1) == 11)
    frame.put("never", x: 0, y: 2)
    frame.put("never", x: 0, y: -1)
    #expect(rows(frame) == ["cdefgh", "   abc"])
  }

  @Test func wideGlyphsAreNeverSplit() {
    var frame = Frame(width: 5, height: 3)
    frame.put("한글말", x: 0, y: 0)
    frame.put("한글말", x: -1, y: 1)
    frame.put("한글", x: 0, y: 2)
    frame.put("x", x: 1, y: 2)
    #expect(rows(frame) == ["한글", " 글말", " x글"])
    #expect(frame[1, 0].isContinuation)
    #expect(!frame[4, 0].isContinuation)
    frame.put("y", x: 0, y: 0)
    #expect(rows(frame)[0] == "y 글")
    #expect(!frame[1, 0].isContinuation)
  }

  @Test func everyOverwritingKeepsLeadsAndContinuationsPaired() {
    var chance: UInt64 = 7
    var frame = Frame(width: 9, height: 1)
    for _ in 0..<5_000 {
      chance = chance &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let text = ["한", "a", "한글", "b한", "\u{1b}"][Int(chance >> 33) % 5]
      frame.put(text, x: Int(chance >> 40) % 12 - 2, y: 0)
      for x in 0..<9 {
        let isLead = frame[x, 0].glyph.columns == 2
        #expect(!isLead || (x < 8 && frame[x + 1, 0].isContinuation))
        #expect(!frame[x, 0].isContinuation || (x > 0 && frame[x - 1, 0].glyph.columns == 2))
      }
    }
  }

  @Test func canvasHasItsOwnCoordinatesAndEdges() {
    var frame = Frame(width: 8, height: 3)
    frame.fill(frame.bounds, with: ".")
    frame.draw(in: Rect(x: 2, y: 1, width: 4, height: 5)) { canvas in
      canvas.put("abcdef", x: 0, y: 0, role: .quiet)
      canvas.draw(in: Rect(x: 1, y: 1, width: 9, height: 1)) { inner in
        inner.put("xyz", before: 4, y: 0)
        inner.paint(Rect(x: 0, y: 0, width: 1, height: 1), role: .beat)
      }
    }
    #expect(rows(frame) == ["........", "..abcd..", "...." + "xy.."])
    #expect(frame[2, 1].role == .quiet)
    #expect(frame[3, 2].role == .beat)
    #expect(frame[2, 2].role == .text)
  }

  @Test func framesOfTheSameDrawingAreEqual() {
    func picture(_ role: Role) -> Frame {
      var frame = Frame(width: 200, height: 60)
      for y in 0..<60 { frame.put(String(repeating: "─한", count: 60), x: 0, y: y, role: role) }
      return frame
    }
    #expect(picture(.text) == picture(.text))
    #expect(picture(.ownerBadge(Hue(owner: 1))) == picture(.ownerBadge(Hue(owner: 9))))
    #expect(picture(.ownerBadge(Hue(owner: 1))) != picture(.ownerBadge(Hue(owner: 2))))
  }

  @Test func noSizeIsTooSmall() {
    for (width, height) in [(0, 0), (1, 1), (-3, 5), (1, 0)] {
      var frame = Frame(width: width, height: height)
      frame.put("한글", x: 0, y: 0)
      frame.fill(Rect(x: -5, y: -5, width: 50, height: 50), with: "█")
      #expect(frame.cells.count == max(0, width) * max(0, height))
    }
  }
}
