import CNcursesw
import Screen

/// What the codes of ncurses mean.
enum KeyCodes {
  /// A character as typed. Nil for what is no scalar.
  static func key(character code: wint_t) -> Key? {
    switch code {
    case 9: return .tab
    case 10, 13: return .enter
    case 27: return .escape
    case 8, 127: return .backspace
    case 1...26: return Unicode.Scalar(code + 0x60).map { .control(Character($0)) }
    case 0..<32: return nil
    default: return Unicode.Scalar(code).map { .character(Character($0)) }
    }
  }

  /// A key with a name. Nil for one this program does not know, a resize among them.
  static func key(code: Int32) -> Key? {
    switch code {
    case KEY_UP: .up
    case KEY_DOWN: .down
    case KEY_LEFT: .left
    case KEY_RIGHT: .right
    case KEY_HOME: .home
    case KEY_END: .end
    case KEY_PPAGE: .pageUp
    case KEY_NPAGE: .pageDown
    case KEY_BTAB: .backTab
    case KEY_ENTER: .enter
    case KEY_BACKSPACE: .backspace
    case KEY_DC: .delete
    case KEY_IC: .insert
    case (KEY_F0 + 1)...(KEY_F0 + 12): .function(Int(code - KEY_F0))
    default: nil
    }
  }

  /// Sequences that terminals send though their description says another one: a terminal in a
  /// multiplexer, or one that ignores the request for application keys.
  static func defineMissing() {
    let sequences: [(String, Int32)] = [
      ("\u{1b}[A", KEY_UP), ("\u{1b}[B", KEY_DOWN), ("\u{1b}[C", KEY_RIGHT),
      ("\u{1b}[D", KEY_LEFT), ("\u{1b}[H", KEY_HOME), ("\u{1b}[F", KEY_END),
      ("\u{1b}[1~", KEY_HOME), ("\u{1b}[4~", KEY_END), ("\u{1b}[5~", KEY_PPAGE),
      ("\u{1b}[6~", KEY_NPAGE), ("\u{1b}[Z", KEY_BTAB), ("\u{1b}[15~", KEY_F0 + 5),
      ("\u{1b}OP", KEY_F0 + 1), ("\u{1b}[11~", KEY_F0 + 1),
    ]
    for (sequence, code) in sequences where key_defined(sequence) == 0 {
      define_key(sequence, code)
    }
  }
}
