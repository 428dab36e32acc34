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

  /// What the picture shows at that later moment is what was answered.
  @Test func `every question of every lesson is answered, and comes true`() throws {
    for lesson in Lessons.catalogue {
      #expect(lesson.talks.count == lesson.scenario.beats.count, "\(lesson.number)")
      for (beat, talk) in lesson.talks.enumerated() {
        guard let question = talk.question else { continue }
        var source = try source(lesson.number, atBeat: lesson.scenario.beats[beat].name)
        let now = source.picture
        let later = question.isAboutLater ? source.whenSettled : nil
        let answer = question.answer(now: now, later: later)
        #expect(answer != nil, "\(lesson.number) \(beat) \(question)")
        for language in Language.allCases {
          #expect(answer.map { language.questions.tell($0).isEmpty } == false)
        }
        guard let later else { continue }
        _ = source.drain(toMs: later.timeMs)
        #expect(question.answer(now: now, later: source.picture) == answer)
      }
    }
  }

  @Test func `each lesson has a goal and says where to look`() {
    for lesson in Lessons.catalogue {
      for language in Language.allCases {
        #expect(lesson.goal[language].count > 10 && lesson.goal != lesson.shows)
        for talk in lesson.talks { #expect(talk.focus[language].count > 10) }
      }
      for text in [lesson.goal.korean] + lesson.talks.map(\.focus.korean) {
        #expect(text.hasSuffix(".") || text.hasSuffix("?"), "\(text)")
      }
    }
  }

  private func answer(_ number: String, _ beat: String, _ question: LessonQuestion) throws
    -> LessonAnswer?
  {
    let source = try source(number, atBeat: beat)
    return question.answer(now: source.picture, later: source.whenSettled)
  }

  @Test func `shares, idle members, assignors and failures are told as the picture has them`()
    throws
  {
    let (a, b, c, d) = (MemberSlot(0), MemberSlot(1), MemberSlot(2), MemberSlot(3))
    let shares = try answer("two-topics", "range", .howManyEach)
    #expect(
      shares
        == .shares([
          .init(slot: a, count: 4), .init(slot: b, count: 2), .init(slot: c, count: 2),
        ]))
    #expect(
      try answer("idle", "idle", .whoIsIdle) == .idle([d], members: 4, partitions: 3))
    #expect(try answer("duplicate", "copy", .whoFails) == .fails(a, .fencedInstanceId))
    #expect(try answer("6-5", "dead", .whoFails) == .nobodyFails)
    let deals = try ["range", "both", "drop", "coop"].map {
      try answer("bounces", $0, .whichAssignor)
    }
    #expect(
      deals == [
        .deals(assignor: "range", isEager: true),
        .deals(assignor: "cooperative-sticky", isEager: true),
        .deals(assignor: "cooperative-sticky", isEager: true),
        .deals(assignor: "cooperative-sticky", isEager: false),
      ])
    #expect(try answer("slow-poller", "slow", .whenRemoved) == .nobodyIsRemoved)
    #expect(
      try answer("rolling-static", "first", .whichGeneration)
        == .generation(Generation(1), before: Generation(1)))
  }

  @Test func `how long partitions stand still is what the verdict then says`() throws {
    var source = try source("6-14", atBeat: "detect")
    let later = try #require(source.whenSettled)
    let answer = LessonQuestion.howLongUnread.answer(now: source.picture, later: later)
    _ = source.drain(toMs: later.timeMs)
    let sum = source.picture.partitions.indices.reduce(Int64(0)) {
      $0 + TimeText.inTenths(ms: source.picture.accountNotReadMs($1))
    }
    #expect(sum > 0 && answer == .unread(partitionMs: sum))
  }
}
