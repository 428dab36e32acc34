import Board
import Feed
import Narration

/// Screen models the tests draw with.
enum Models {
  static let lesson = LessonCaption(
    figure: "6-5",
    title: Localized(english: "A consumer dies", korean: "컨슈머 하나가 죽다"))

  static func model(_ language: Language = .english, oneRow: Bool = false) -> BoardModel {
    var model = BoardModel(language: language, capabilities: Stage.simulation)
    model.caption = lesson
    model.hasOneRow = oneRow
    return model
  }
}
