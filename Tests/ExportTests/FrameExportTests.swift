import Export
import Screen
import Testing

@Suite struct FrameExportTests {
  private let dark = Theme(shade: .dark, depth: .colors256)

  private var picture: Frame {
    var frame = Frame(width: 12, height: 3)
    frame.put(" Stable ", x: 0, y: 0, role: .phase)
    frame.put("한 B", x: 0, y: 1)
    frame.put("██▌", x: 5, y: 1, role: .lagBar)
    frame.put("a<&\">", x: 0, y: 2, role: .due)
    return frame
  }

  @Test func textHasNoTrailingBlanks() {
    #expect(FrameText.render(picture) == " Stable\n한 B ██▌\na<&\">\n")
    #expect(FrameText.render(Frame(width: 3, height: 2)) == "\n\n")
    #expect(FrameText.render(Frame(width: 0, height: 0)) == "")
  }

  @Test func ansiOfEveryDepth() {
    let mono = FrameAnsi.render(picture, theme: Theme(shade: .dark, depth: .mono))
    #expect(
      mono == "\u{1b}[0;7m Stable \u{1b}[0m\n\u{1b}[0m한 B ██▌\n\u{1b}[0;1ma<&\">\u{1b}[0m\n")
    let basic = FrameAnsi.render(picture, theme: Theme(shade: .dark, depth: .colors16))
    #expect(basic.hasPrefix("\u{1b}[0;1;7m Stable \u{1b}[0m\n"))
    #expect(basic.hasSuffix("\u{1b}[0;33ma<&\">\u{1b}[0m\n"))
    let full = FrameAnsi.render(picture, theme: dark)
    #expect(full.hasPrefix("\u{1b}[0;1;38;5;234;48;5;252m Stable \u{1b}[0;38;5;252;48;5;234m  "))
    #expect(full.contains("\u{1b}[0;38;5;244;48;5;234m██▌"))
  }

  @Test func ansiKeepsTheTextAndTheWidth() {
    let full = FrameAnsi.render(picture, theme: dark)
    var text = ""
    var isInside = false
    for character in full {
      if character == "\u{1b}" { isInside = true }
      if !isInside { text.append(character) }
      if isInside, character == "m" { isInside = false }
    }
    let lines = text.split(separator: "\n")
    #expect(lines.count == 3)
    #expect(lines.allSatisfy { DisplayWidth.of($0) == 12 })
  }
}
