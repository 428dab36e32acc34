import Glibc

/// Asks for a secret on the terminal, which does not show what is typed.
enum PasswordPrompt {
  /// nil where standard input is no terminal, or nothing was typed.
  static func ask(_ what: String) -> String? {
    guard isatty(STDIN_FILENO) == 1 else { return nil }
    var before = termios()
    guard tcgetattr(STDIN_FILENO, &before) == 0 else { return nil }
    var silent = before
    // Keys come one by one, Ctrl-C too: whatever ends this, the terminal is as it was.
    silent.c_lflag &= ~tcflag_t(ECHO | ICANON | ISIG)
    tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent)
    Output.writeAll(Array("regroup: \(what): ".utf8), to: STDERR_FILENO)
    let typed = line()
    tcsetattr(STDIN_FILENO, TCSAFLUSH, &before)
    Output.writeAll([0x0A], to: STDERR_FILENO)
    switch typed {
    case .text(let text): return text.isEmpty ? nil : text
    case .interrupted: exit(130)
    }
  }

  private enum Typed {
    case text(String)
    case interrupted
  }

  private static func line() -> Typed {
    var bytes: [UInt8] = []
    var byte: UInt8 = 0
    while true {
      let count = read(STDIN_FILENO, &byte, 1)
      if count < 0, errno == EINTR { continue }
      guard count == 1 else { break }
      switch byte {
      case 0x03: return .interrupted
      case 0x0A, 0x0D, 0x04: return .text(String(decoding: bytes, as: UTF8.self))
      case 0x15: bytes = []
      case 0x08, 0x7F: removeLetter(&bytes)
      default: bytes.append(byte)
      }
    }
    return .text(String(decoding: bytes, as: UTF8.self))
  }

  /// The last letter, whatever its bytes in UTF-8.
  private static func removeLetter(_ bytes: inout [UInt8]) {
    while let last = bytes.popLast(), last & 0xC0 == 0x80 {}
  }
}
