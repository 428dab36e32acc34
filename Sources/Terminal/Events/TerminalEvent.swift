import Screen

/// What the terminal, the system or another thread has to say.
public enum TerminalEvent: Hashable, Sendable {
  case key(Key)
  /// The terminal has another size, in columns and rows.
  case resized(width: Int, height: Int)
  /// After Ctrl-Z and `fg`, or a stop from outside; the screen has to be drawn again.
  case continued
  /// Ctrl-C, or SIGINT from elsewhere.
  case interrupted
  /// SIGTERM: leave cleanly, with exit status 143.
  case terminated
  /// The terminal is gone: SIGHUP, or the end of its input.
  case hungUp
  /// ``TerminalWaker/wake()`` was called.
  case woken
}
