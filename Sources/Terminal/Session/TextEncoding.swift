import CNcursesw
import Glibc

/// Sets the encoding of the C library, which ncurses follows.
enum TextEncoding {
  /// Takes the character type of the user's locale, and UTF-8 where that says otherwise, because
  /// ncurses leaves every wide character blank without it. Only the character type: a locale must
  /// not change how numbers look.
  ///
  /// - Parameter environment: looks up a variable, for a locale that is not installed: its name
  ///   still tells what the terminal expects.
  /// - Returns: whether the user's own locale says UTF-8.
  static func setUp(environment: (String) -> String?) -> Bool {
    let isKnown = setlocale(LC_CTYPE, "") != nil
    if isUtf8() { return true }
    setlocale(LC_CTYPE, "C.UTF-8")
    return !isKnown && localeName(environment).contains("utf")
  }

  private static func isUtf8() -> Bool {
    guard let name = nl_langinfo(nl_item(CODESET)) else { return false }
    return String(cString: name) == "UTF-8"
  }

  /// The locale's name in small letters, from the first of the variables that is set.
  private static func localeName(_ environment: (String) -> String?) -> String {
    for variable in ["LC_ALL", "LC_CTYPE", "LANG"] {
      if let name = environment(variable), !name.isEmpty { return name.lowercased() }
    }
    return ""
  }
}
