import CNcursesw
import Screen
import Testing

@testable import Terminal

@Suite struct KeyCodeTests {
  @Test func charactersAndControls() {
    #expect(KeyCodes.key(character: 0x71) == .character("q"))
    #expect(KeyCodes.key(character: 0xd55c) == .character("한"))
    #expect(KeyCodes.key(character: 7) == .control("g"))
    #expect(KeyCodes.key(character: 27) == .escape)
    #expect(KeyCodes.key(character: 13) == .enter)
    #expect(KeyCodes.key(character: 9) == .tab)
    #expect(KeyCodes.key(character: 0x7f) == .backspace)
    #expect(KeyCodes.key(character: 0) == nil)
    #expect(KeyCodes.key(character: 0xd800) == nil)
  }

  @Test func namedKeys() {
    let named: [(Int32, Key)] = [
      (KEY_UP, .up), (KEY_LEFT, .left), (KEY_HOME, .home), (KEY_NPAGE, .pageDown),
      (KEY_BTAB, .backTab), (KEY_F0 + 1, .function(1)), (KEY_F0 + 12, .function(12)),
    ]
    for (code, key) in named { #expect(KeyCodes.key(code: code) == key) }
    #expect(KeyCodes.key(code: KEY_RESIZE) == nil)
    #expect(KeyCodes.key(code: KEY_F0 + 13) == nil)
  }

  @Test func resetSequencesHaveNoDelays() {
    let bytes = Array("\u{1b}[m$<5>x$<10/>y$".utf8)
    #expect(ResetSequence.withoutPadding(bytes) == Array("\u{1b}[mxy$".utf8))
  }
}
