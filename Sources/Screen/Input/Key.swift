/// One press of a key, as far as terminals tell keys apart.
public enum Key: Hashable, Sendable {
  case character(Character)
  /// Ctrl and a small letter.
  case control(Character)
  case up, down, left, right
  case home, end, pageUp, pageDown
  case tab, backTab, enter, escape
  case backspace, delete, insert
  /// F1 to F12.
  case function(Int)
}
