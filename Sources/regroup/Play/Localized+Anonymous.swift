import Feed
import Narration

extension Localized {
  /// With aliases for the names that are known, where there is somebody to change them.
  func scrubbed(_ anonymizer: Anonymizer?) -> Localized {
    guard let anonymizer else { return self }
    return Localized(
      english: anonymizer.scrubbed(english), korean: anonymizer.scrubbed(korean))
  }
}

extension LessonCaption {
  func scrubbed(_ anonymizer: Anonymizer?) -> LessonCaption {
    guard anonymizer != nil else { return self }
    var caption = self
    caption.title = title.scrubbed(anonymizer)
    caption.footnote = footnote?.scrubbed(anonymizer)
    return caption
  }
}
