/// Questions to the class and their answers in one language; one or two sentences each.
public protocol QuestionPhrasebook: Sendable {
  /// A heading for the question, in at most eight columns.
  var question: String { get }
  var answer: String { get }
  func ask(_ question: LessonQuestion) -> String
  func tell(_ answer: LessonAnswer) -> String
}
