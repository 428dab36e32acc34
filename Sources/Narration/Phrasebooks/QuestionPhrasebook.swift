/// Questions to the class and their answers in one language; one or two sentences each.
public protocol QuestionPhrasebook: Sendable {
  /// A heading for the question, in at most eight columns.
  var question: String { get }
  var answer: String { get }
  func ask(_ question: LessonQuestion) -> String
  func tell(_ answer: LessonAnswer) -> String
  /// How one guesses and has the answer shown.
  func how(_ question: LessonQuestion) -> String
  /// How many of the guesses were right.
  func score(_ right: Int, of guesses: Int) -> String
}
