import Narration

/// What a presenter wants to know of the moment, in both languages.
public struct NotesSheet: Hashable, Sendable {
  /// The figure's number; empty where there is none.
  public var figure: String
  /// As it stands at the top right of the picture.
  public var time: String
  public var step: Int?
  public var steps: Int?
  public var english = NotesWords()
  public var korean = NotesWords()

  public init(figure: String = "", time: String = "", step: Int? = nil, steps: Int? = nil) {
    self.figure = figure
    self.time = time
    self.step = step
    self.steps = steps
  }

  public subscript(language: Language) -> NotesWords {
    get { language == .korean ? korean : english }
    set {
      if language == .korean { korean = newValue } else { english = newValue }
    }
  }
}
