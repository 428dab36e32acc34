import Narration

/// What a teacher says at a beat of a lesson.
public struct BeatTalk: Hashable, Sendable {
  /// Where to look, in one sentence.
  public var focus: Localized
  /// What to ask before going on; the answer is computed.
  public var question: LessonQuestion?

  public init(_ focus: Localized, ask question: LessonQuestion? = nil) {
    self.focus = focus
    self.question = question
  }

  init(english: String, korean: String, ask question: LessonQuestion? = nil) {
    self.init(Localized(english: english, korean: korean), ask: question)
  }
}
