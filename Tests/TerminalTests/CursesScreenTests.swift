import CNcursesw
import Glibc
import Screen
import Testing

@testable import Terminal

/// ncurses with nothing behind it. One screen for all tests, because its size is global.
@MainActor private let offScreen: CursesScreen = {
  setlocale(LC_CTYPE, "C.UTF-8")
  precondition(regroup_start_off_screen("xterm-256color") == 0, "no description of xterm")
  return CursesScreen(noColor: nil)
}()

@Suite(.serialized) @MainActor struct CursesScreenTests {
  private let theme = Theme(shade: .dark, depth: .colors256)

  private func shown(_ x: Int, _ y: Int) -> (text: String, bold: Bool, reverse: Bool, pair: Int) {
    var cell = cchar_t()
    var text = [wchar_t](repeating: 0, count: 8)
    var attributes: attr_t = 0
    var small: Int16 = 0
    var pair: Int32 = 0
    mvwin_wch(regroup_stdscr(), Int32(y), Int32(x), &cell)
    getcchar(&cell, &text, &attributes, &small, &pair)
    var view = String.UnicodeScalarView()
    for value in text.prefix(while: { $0 != 0 }) {
      if let scalar = Unicode.Scalar(UInt32(value)) { view.append(scalar) }
    }
    return (
      String(view), attributes & regroup_attr_bold() != 0,
      attributes & regroup_attr_reverse() != 0, Int(pair)
    )
  }

  @Test func wideGlyphsAndMarksArrive() {
    let screen = offScreen
    screen.resize(width: 40, height: 5)
    var frame = Frame(width: 40, height: 5)
    frame.put("가e\u{301}█ x", x: 0, y: 1, role: .title)
    frame.put("👩‍👩‍👧|", x: 0, y: 2)
    #expect(screen.present(frame, theme: theme))
    #expect(shown(0, 1).text == "가")
    #expect(shown(2, 1).text == "e\u{301}" && shown(2, 1).bold)
    #expect(shown(3, 1).text == "█")
    #expect(shown(5, 1).text == "x")
    #expect(shown(2, 2).text == "|")
  }

  @Test func theSameFrameIsNotDrawnTwice() {
    let screen = offScreen
    screen.resize(width: 30, height: 4)
    var frame = Frame(width: 30, height: 4)
    frame.put("once", x: 0, y: 0)
    #expect(screen.present(frame, theme: theme))
    #expect(!screen.present(frame, theme: theme))
    frame.put("twice", x: 0, y: 3)
    #expect(screen.present(frame, theme: theme))
    #expect(shown(0, 0).text == "o" && shown(0, 3).text == "t")
    #expect(screen.present(frame, theme: Theme(shade: .light, depth: .colors256)))
    screen.repaint()
    #expect(screen.present(frame, theme: theme))
  }

  @Test func everySizeIsDrawn() {
    let screen = offScreen
    for (width, height) in [(1, 1), (500, 200), (2, 3), (80, 24)] {
      screen.resize(width: width, height: height)
      #expect(screen.width == width && screen.height == height)
      var frame = Frame(width: width + 1, height: height + 2)
      for y in 0..<frame.height {
        frame.put(String(repeating: "한", count: width), x: 0, y: y)
      }
      screen.present(frame, theme: theme)
      #expect(shown(0, height - 1).text == (width == 1 ? " " : "한"))
      screen.present(Frame(width: 1, height: 1), theme: theme)
      #expect(shown(width - 1, height - 1).text == " ")
    }
  }

  @Test func rolesBecomeAttributesAndPairs() {
    let screen = offScreen
    screen.resize(width: 20, height: 2)
    #expect(screen.depth == .colors256)
    var frame = Frame(width: 20, height: 2)
    frame.put("a", x: 0, y: 0, role: .ownerBadge(Hue(owner: 0)))
    frame.put("b", x: 1, y: 0, role: .ownerBadge(Hue(owner: 1)))
    screen.present(frame, theme: theme)
    #expect(shown(0, 0).pair != shown(1, 0).pair)
    var foreground: Int32 = 0
    var background: Int32 = 0
    extended_pair_content(Int32(shown(1, 0).pair), &foreground, &background)
    #expect(foreground == 234 && background == 221)
    screen.present(frame, theme: Theme(shade: .dark, depth: .mono))
    #expect(shown(0, 0).reverse && shown(0, 0).pair == 0)
  }
}
