/// The presenter's notes in Korean.
struct KoreanNotes: NotesPhrasebook {
  var title: String { "발표 노트" }
  var look: String { "볼 곳" }
  var coming: String { "다음 키" }
  var goal: String { "목표" }
  var keys: String { "키" }
  var waits: String { "발표를 기다린다." }
  var scroll: String { "스크롤" }
}
