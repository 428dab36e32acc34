import Feed
import Narration

/// A question that a class answers before it is shown.
public struct Prediction: Hashable, Sendable {
  public let question: LessonQuestion
  /// By the partition's place: who is said to read it.
  public private(set) var guesses: [MemberSlot?]
  /// Nil until it is shown.
  public private(set) var answer: LessonAnswer?

  public init(_ question: LessonQuestion, partitions: Int) {
    self.question = question
    guesses = Array(repeating: nil, count: partitions)
  }

  mutating func guess(_ place: Int, _ slot: MemberSlot) {
    guard guesses.indices.contains(place) else { return }
    guesses[place] = slot
  }

  mutating func show(_ answer: LessonAnswer) { self.answer = answer }

  /// The first row after a place that nobody has guessed; nil where all are.
  func nextOpen(after place: Int) -> Int? {
    let open = guesses.indices.filter { guesses[$0] == nil }
    return open.first { $0 > place } ?? open.first
  }

  /// Rows go blank only where they would tell.
  func mark(_ place: Int) -> RowMark? {
    guard answer == nil, question.isAboutLater else { return nil }
    let guess = guesses.indices.contains(place) ? guesses[place] : nil
    return guess.map { .guessed($0) } ?? .hidden
  }

  /// How many guesses were right, and how many there were; nil where nobody guessed.
  public var score: (right: Int, of: Int)? {
    guard case .readers(let readers)? = answer else { return nil }
    let guessed = guesses.indices.filter { guesses[$0] != nil }
    guard !guessed.isEmpty else { return nil }
    let right = guessed.count { readers.indices.contains($0) && readers[$0].slot == guesses[$0] }
    return (right, guessed.count)
  }
}
