import Feed
import KafkaModel
import Simulation
import Testing

@testable import Lessons
@testable import Narration

/// Questions to the class: what is answered is what then happens.
struct QuestionTests {
  private func source(_ number: String, atBeat name: String) throws -> SimulationSource {
    let lesson = try #require(Lessons.find(number))
    let beat = try #require(lesson.beat(named: name))
    var source = SimulationSource(scenario: lesson.scenario, seed: lesson.seed)
    while source.picture.beat != beat {
      let hasGone = source.travel(.nextStep)
      try #require(hasGone)
    }
    return source
  }

  @Test func `after a death each partition has a reader among those who are left`() throws {
    var source = try source("6-5", atBeat: "dead")
    let later = try #require(source.whenSettled)
    let answer = LessonQuestion.whoReads.answer(now: source.picture, later: later)
    _ = source.drain(toMs: later.timeMs)
    let readers = source.picture.partitions.map(\.reader)
    #expect(!readers.contains(nil) && !readers.contains(MemberSlot(0)))
    #expect(
      answer
        == .readers(
          readers.enumerated().map {
            LessonAnswer.Reader(partition: .number(Int32($0.offset)), slot: $0.element)
          }))
  }

  @Test func `whom the coordinator removes, and when, is what it then does`() throws {
    var source = try source("6-5", atBeat: "dead")
    guard
      case .removal(let slot, let ms)? =
        LessonQuestion.whenRemoved.answer(now: source.picture, later: nil)
    else { throw Expected.removal }
    _ = source.drain(toMs: source.nowMs + ms - 1)
    #expect(source.picture[slot].isMember)
    _ = source.drain(toMs: source.nowMs + 1)
    #expect(!source.picture[slot].isMember)
  }

  private enum Expected: Error { case removal }

  @Test func `round robin moves partitions of members that were well, sticky does not`() throws {
    for (number, needless) in [("6-11", 2), ("6-12", 0)] {
      var source = try source(number, atBeat: "dead")
      let later = try #require(source.whenSettled)
      let answer = LessonQuestion.howManyMove.answer(now: source.picture, later: later)
      guard case .moves(_, _, needless)? = answer else {
        Issue.record("\(number): \(String(describing: answer))")
        continue
      }
      _ = source.drain(toMs: later.timeMs)
      #expect(source.picture.rebalance?.count(.needless) == needless)
    }
  }

  @Test func `between the two cooperative rounds nothing is settled`() throws {
    var source = try source("6-14", atBeat: "detect")
    let later = try #require(source.whenSettled)
    let before = try #require(source.picture.generation)
    #expect(later.generation == Generation(before.value + 2))
    while source.nowMs < later.timeMs {
      #expect(!source.picture.isSettled)
      let hasGone = source.travel(.nextStep)
      try #require(hasGone)
    }
  }

  @Test func `where everything is well nothing comes`() throws {
    let source = try source("6-5", atBeat: "even")
    #expect(source.whenSettled == nil)
    #expect(
      LessonQuestion.whatIsNotRead.answer(now: source.picture, later: nil)
        == .notRead([], forMs: 0))
  }

  @Test(arguments: Language.allCases)
  func `each question and answer has words`(language: Language) throws {
    let book = language.questions
    let source = try source("6-14", atBeat: "detect")
    for question in LessonQuestion.allCases {
      let answer = try #require(
        question.answer(now: source.picture, later: source.whenSettled), "\(question)")
      #expect(!book.ask(question).isEmpty)
      #expect(!book.tell(answer).isEmpty)
    }
  }
}
