import CNcursesw
import Glibc

/// Sets the encoding of the C library, which ncurses follows.
enum TextEncoding {
  /// Takes the character type of the user's locale, and UTF-8 where that says otherwise, because
  /// ncurses leaves every wide character blank without it. Only the character type: a locale must
  /// not change how numbers look.
  ///
  /// - Returns: whether the user's own locale says UTF-8.
  static func setUp() -> Bool {
    setlocale(LC_CTYPE, "")
    if isUtf8() { return true }
    setlocale(LC_CTYPE, "C.UTF-8")
    return false
  }

  private static func isUtf8() -> Bool {
    guard let name = nl_langinfo(nl_item(CODESET)) else { return false }
    return String(cString: name) == "UTF-8"
  }
}
