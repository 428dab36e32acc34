import Export
import Screen
import Testing

@Suite struct FrameSvgTests {
  private func svg(_ depth: ColorDepth, _ draw: (inout Frame) -> Void) -> String {
    var frame = Frame(width: 20, height: 2)
    draw(&frame)
    return FrameSvg.render(
      frame, theme: Theme(shade: .dark, depth: depth), title: "6-5 <A consumer dies>")
  }

  /// The names of elements that are open at the end, or nil where a tag closes the wrong one.
  private func openElements(_ document: String) -> [String]? {
    var open: [String] = []
    for part in document.split(separator: "<").map(String.init) {
      let tag = part.prefix { $0 != ">" }
      guard tag.count < part.count else { return nil }
      let name = String(tag.drop { $0 == "/" }.prefix { $0 != " " && $0 != "/" })
      if tag.hasPrefix("/") {
        guard open.popLast() == name else { return nil }
      } else if !tag.hasSuffix("/") {
        open.append(name)
      }
    }
    return open
  }

  @Test func isWellFormedWhateverIsWritten() {
    let document = svg(.colors256) {
      $0.put("a<b>&\"c' \u{1b}한글", x: 0, y: 0)
      $0.put("░╍╌╎◂▸─│▀▄▁█▏▉†★", x: 0, y: 1, role: .hole)
    }
    #expect(openElements(document) == [])
    #expect(document.contains("<title>6-5 &lt;A consumer dies&gt;</title>"))
    #expect(document.contains(">a&lt;b&gt;&amp;&quot;c'</text>"))
    #expect(document.contains("width=\"224\" height=\"64\""))
  }

  @Test func blocksAreShapesAtExactPlaces() {
    let document = svg(.colors256) {
      $0.put("██▌", x: 1, y: 0, role: .lagBar)
      $0.put("▄▄", x: 0, y: 1, role: .ownerRibbon(Hue(owner: 0)))
    }
    #expect(document.contains("<path fill=\"#808080\" d=\"M176 96h160v160h-160z\"/>"))
    #expect(document.contains("<path fill=\"#808080\" d=\"M336 96h40v160h-40z\"/>"))
    #expect(document.contains("<path fill=\"#5f87af\" d=\"M96 336h160v80h-160z\"/>"))
    #expect(!document.contains("<text"))
  }

  @Test func backgroundsAreOneRectangleARun() {
    let document = svg(.colors256) { $0.put(" Stable ", x: 2, y: 0, role: .phase) }
    #expect(document.split(separator: "<").filter { $0.hasPrefix("rect") }.count == 2)
    #expect(
      document.contains("<rect x=\"256\" y=\"96\" width=\"640\" height=\"160\" fill=\"#d0d0d0\"/>"))
  }

  @Test func wideWordsHaveTheirOwnFontAndTwoColumnsEach() {
    let document = svg(.mono) { $0.put("이유 x", x: 0, y: 0, role: .title) }
    #expect(document.contains("<tspan x=\"176\">이</tspan><tspan x=\"336\">유</tspan></text>"))
    #expect(document.contains("<text x=\"496\""))
  }
}
