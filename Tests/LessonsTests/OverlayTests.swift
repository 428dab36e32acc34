import Board
import Feed
import KafkaModel
import Lessons
import Narration
import Screen
import Simulation
import Testing

/// What lies over the picture: a question to be guessed, an assignor at work.
struct OverlayTests {
  private static func source(_ number: String, atBeat name: String) throws -> SimulationSource {
    let lesson = try #require(Lessons.find(number))
    let beat = try #require(lesson.beat(named: name))
    var source = SimulationSource(scenario: lesson.scenario, seed: lesson.seed)
    while source.picture.beat != beat {
      let hasGone = source.travel(.nextStep)
      try #require(hasGone)
    }
    return source
  }

  private static func view(_ source: SimulationSource) -> FeedView {
    FeedView(picture: source.picture, timeline: source.timeline, log: [])
  }

  private static func text(_ model: BoardModel, _ view: FeedView, width: Int = 80) -> [String] {
    let frame = Board.render(model, view, width: width, height: width == 80 ? 24 : 40)
    return (0..<frame.height).map(frame.rowText)
  }

  private static func model(
    _ source: SimulationSource, _ language: Language = .english
  ) -> BoardModel {
    var model = BoardModel(language: language, capabilities: source.capabilities)
    model.isPlaying = false
    return model
  }

  private static func press(_ text: String, _ model: inout BoardModel, _ view: FeedView) {
    for letter in text { _ = Board.update(&model, .key(.character(letter)), view) }
  }

  @Test func `guesses go to one row after the other, and are counted`() throws {
    let source = try Self.source("6-5", atBeat: "dead")
    let later = try #require(source.whenSettled)
    let view = Self.view(source)
    var model = Self.model(source)
    #expect(Board.update(&model, .key(.character("p")), view) == [.predict])
    _ = Board.update(&model, .asked(.whoReads), view)
    Self.press("BCC", &model, view)
    guard case .prediction(let asked)? = model.overlay else { throw Missing.overlay }
    #expect(asked.guesses == [1, 2, 2].map { MemberSlot($0) })
    #expect(Board.update(&model, .key(.enter), view) == [.reveal])
    let answer = try #require(LessonQuestion.whoReads.answer(now: source.picture, later: later))
    _ = Board.update(&model, .told(answer), view)
    guard case .prediction(let told)? = model.overlay else { throw Missing.overlay }
    // 0 goes to B, 1 stays with B, 2 with C.
    #expect(told.score?.right == 2 && told.score?.of == 3)
    #expect(Self.text(model, view).contains { $0.contains("2 of 3 right") })
  }

  private enum Missing: Error { case overlay }

  @Test(arguments: Language.allCases)
  func `while one guesses no row tells, and nothing goes on`(language: Language) throws {
    let source = try Self.source("6-12", atBeat: "dead")
    let view = Self.view(source)
    for width in [80, 120] {
      var model = Self.model(source, language)
      _ = Board.update(&model, .asked(.whoReads), view)
      let rows = Self.text(model, view, width: width)
      for letter in ["A", "B", "C"] {
        for sign in ["[\(letter)]", "(\(letter))", "░\(letter)░"] {
          #expect(!rows.contains { $0.contains(sign) })
        }
      }
      #expect(rows.contains { $0.contains(language.questions.ask(.whoReads).prefix(20)) })
      for key: Key in [.right, .left, .character(" "), .character("k"), .home] {
        #expect(Board.update(&model, .key(key), view).isEmpty)
        #expect(model.notice == .asking)
      }
      #expect(Board.update(&model, .key(.escape), view).isEmpty)
      #expect(model.overlay == nil)
    }
  }

  /// The last decision on each partition is what the plan then says.
  @Test(arguments: ["6-8", "6-9", "6-10", "6-11", "6-12", "6-13", "6-14"])
  func `what an assignor deals is the plan`(number: String) throws {
    let lesson = try #require(Lessons.find(number))
    var source = SimulationSource(scenario: lesson.scenario, seed: lesson.seed)
    var deals = 0
    repeat {
      guard let deal = source.deal, !source.picture.partitions.contains(where: isBetween) else {
        continue
      }
      guard source.picture.state == .stable else { continue }
      deals += 1
      for partition in source.picture.partitions {
        let planned = partition.planned
        switch deal.standing(partition.partition, after: deal.moves.count) {
        case .given(let slot): #expect(planned == .slot(slot))
        case .withheld(let slot): #expect(planned == .nobody, "\(slot.letter) has it next")
        case .open: Issue.record("nobody got \(partition.partition)")
        }
      }
    } while source.travel(.nextStep) && !source.isOver
    #expect(deals > 0)
  }

  private func isBetween(_ partition: PartitionPicture) -> Bool { partition.planned == .unknown }

  @Test func `cooperative sticky keeps, gives, and holds one back`() throws {
    let source = try Self.source("6-14", atBeat: "first")
    let deal = try #require(source.deal)
    #expect(deal.assignor == "cooperative-sticky")
    let withheld = deal.moves.filter { if case .withheld = $0 { true } else { false } }
    #expect(withheld == [.withheld(TopicPartition("peter-test06", 1), MemberSlot(0))])
  }

  @Test(arguments: Language.allCases)
  func `inside of an assignor one goes on, back, and out at both ends`(language: Language) throws {
    let source = try Self.source("6-9", atBeat: "dealt")
    let view = Self.view(source)
    let deal = try #require(source.deal)
    for width in [80, 120] {
      var model = Self.model(source, language)
      #expect(Board.update(&model, .key(.character("i")), view) == [.inside])
      _ = Board.update(&model, .dealt(deal), view)
      var seen = [Self.text(model, view, width: width)]
      #expect(!seen[0].contains { $0.contains("(") && $0.contains(")") && $0.contains("█") })
      for _ in deal.moves {
        #expect(Board.update(&model, .key(.right), view).isEmpty)
        let rows = Self.text(model, view, width: width)
        #expect(rows != seen.last)
        seen.append(rows)
      }
      for rows in seen.dropLast().reversed() {
        #expect(Board.update(&model, .key(.left), view).isEmpty)
        #expect(Self.text(model, view, width: width) == rows)
      }
      _ = Board.update(&model, .key(.left), view)
      #expect(model.overlay == nil)
    }
  }
}
