/// Why there can be no screen. The caller falls back to plain lines.
public enum TerminalError: Error, Hashable, Sendable {
  /// Standard input or output is a file or a pipe.
  case notATerminal
  /// `TERM` is unset, or nothing is known about it.
  case unknownTerminal
  /// A terminal that cannot move its cursor, as `TERM=dumb`.
  case cannotMoveCursor
  /// The process has no descriptors left.
  case noDescriptors
}
