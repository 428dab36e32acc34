import Feed
import Narration
import Screen

/// What happens to the screen.
public enum BoardEvent: Hashable, Sendable {
  case key(Key)
  /// The source's answer to the command of an effect.
  case answered(CommandAnswer)
  /// Whether the source could go where an effect asked it to.
  case travelled(Travel, Bool)
  /// A question to be guessed, and what it turned out to be.
  case asked(LessonQuestion)
  case told(LessonAnswer)
  /// How the last plan was made.
  case dealt(Deal)
  /// A beat does not come, and nothing has moved.
  case noBeat
  /// The application has something to say in the last row.
  case noticed(Notice)
  /// The application has started or stopped the clock by itself.
  case playing(Bool)
}
