/// The presenter's notes in English.
struct EnglishNotes: NotesPhrasebook {
  var title: String { "Notes" }
  var look: String { "Look" }
  var coming: String { "Key →" }
  var goal: String { "Goal" }
  var keys: String { "Keys" }
  var waits: String { "It waits for a presentation." }
  var scroll: String { "scroll" }
}
