import Feed
import Narration

/// What the application has to do.
public enum BoardEffect: Hashable, Sendable {
  case quit
  /// Esc at the top: to the home screen.
  case up
  /// Save a recording, and say where.
  case save
  /// Ask what comes, before it is shown.
  case predict
  /// Show what was asked.
  case reveal
  /// Look into the last plan.
  case inside
  /// What has been played beyond the present goes.
  case fork
  /// The last command, or fork, never was.
  case undo
  case command(Command)
  case travel(Travel)
  /// To the first moment of a beat, counted from 0.
  case beat(Int)
  case play(Bool)
  case speed(Speed)
  /// The same event in worlds that differ in one setting.
  case compare
  case language(Language)
}
