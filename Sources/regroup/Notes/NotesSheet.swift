import Narration

/// What a presenter wants to know of the moment, in both languages: one line of `regroup notes`'s
/// protocol.
struct NotesSheet: Hashable, Sendable {
  /// The figure's number; empty where there is none.
  var figure = ""
  /// As it stands at the top right of the picture.
  var time = ""
  var step: Int?
  var steps: Int?
  var english = NotesWords()
  var korean = NotesWords()

  subscript(language: Language) -> NotesWords {
    get { language == .korean ? korean : english }
    set {
      if language == .korean { korean = newValue } else { english = newValue }
    }
  }
}

/// The sheet's texts in one language; what is not known is empty.
struct NotesWords: Hashable, Sendable {
  /// A key that works now, and what it does.
  struct Key: Hashable, Sendable {
    var label: String
    var word: String
  }

  var title = ""
  var beat = ""
  /// What is shown and whether time runs.
  var state = ""
  var why = ""
  var cost = ""
  var next = ""
  var focus = ""
  var question = ""
  var answer = ""
  var goal = ""
  /// What the next step brings, a line for each event.
  var coming: [String] = []
  var keys: [Key] = []
}
