import Board
import Export
import Feed
import Lessons
import Narration
import Screen
import Simulation
import TestSupport
import Testing

/// What is told without a figure: every lesson of its kind.
struct BasicsTests {
  @Test func `every beat comes in its turn, whatever the seed`() throws {
    for lesson in Lessons.basics {
      for seed in UInt64(1)...4 {
        var source = SimulationSource(scenario: lesson.scenario, seed: seed)
        var beats = [source.picture.beat]
        while source.step < source.scriptSteps ?? 0, source.travel(.nextStep) {
          if source.picture.beat != beats.last { beats.append(source.picture.beat) }
        }
        #expect(beats == Array(0..<lesson.scenario.beats.count), "\(lesson.number), seed \(seed)")
      }
    }
  }

  @Test func `each beat has its words and something to look at`() {
    for lesson in Lessons.basics {
      #expect(lesson.caption.beats.count == lesson.scenario.beats.count, "\(lesson.number)")
      #expect(lesson.talks.count == lesson.scenario.beats.count, "\(lesson.number)")
      #expect(lesson.goal != lesson.shows)
      #expect(lesson.talks.contains { $0.question != nil })
      #expect(Pane(lesson.pane) != nil)
    }
  }

  @Test func `each question has its answer when it is asked`() throws {
    for lesson in Lessons.basics {
      var source = SimulationSource(scenario: lesson.scenario, seed: lesson.seed)
      for (beat, talk) in lesson.talks.enumerated() {
        while source.picture.beat != beat, source.travel(.nextStep) {}
        guard let question = talk.question else { continue }
        let later = question.isAboutLater ? source.whenSettled ?? source.picture : nil
        let answer = question.answer(now: source.picture, later: later)
        let found = try #require(answer, "\(lesson.number), beat \(beat)")
        for language in Language.allCases {
          #expect(!language.questions.tell(found).isEmpty)
        }
      }
    }
  }

  /// In the pane that the lesson opens in.
  private static func frame(
    _ source: SimulationSource, _ lesson: Lesson, _ language: Language, isLarge: Bool
  ) throws -> Frame {
    var model = BoardModel(language: language, capabilities: source.capabilities)
    model.caption = lesson.caption
    model.isPlaying = false
    model.pane = try #require(Pane(lesson.pane))
    model.step = source.step
    model.steps = source.scriptSteps
    let view = FeedView(
      picture: source.picture, timeline: source.timeline, log: [], traffic: source.traffic,
      coming: source.comingTraffic)
    return Board.render(
      model, view, width: isLarge ? 120 : 80, height: isLarge ? 40 : 24)
  }

  @Test func `the pane that a lesson opens in, at every other beat`() throws {
    for lesson in Lessons.basics {
      var source = SimulationSource(scenario: lesson.scenario, seed: lesson.seed)
      for (place, beat) in lesson.scenario.beats.enumerated() {
        while source.picture.beat != place, source.travel(.nextStep) {}
        if place % 2 == 1 { continue }
        for language in Language.allCases {
          let isLarge = place % 4 == (language == .english ? 0 : 2)
          let frame = try Self.frame(source, lesson, language, isLarge: isLarge)
          let size = "\(frame.width)x\(frame.height)-\(language.rawValue)"
          Golden.expect(
            FrameText.render(frame), named: "\(lesson.number)-\(beat.name)-\(size).txt")
        }
      }
    }
  }

  @Test func `step by step, forth and back, a pane shows the same`() throws {
    for lesson in Lessons.basics {
      var source = SimulationSource(scenario: lesson.scenario, seed: lesson.seed)
      func text() throws -> String {
        FrameText.render(try Self.frame(source, lesson, .english, isLarge: true))
      }
      var seen = [try text()]
      while source.step < source.scriptSteps ?? 0, source.travel(.nextStep) {
        seen.append(try text())
      }
      for step in stride(from: seen.count - 2, through: 0, by: -1) {
        _ = source.travel(.previousStep)
        #expect(try text() == seen[step], "\(lesson.number), step \(step)")
      }
      _ = source.travel(.step(seen.count / 2))
      #expect(try text() == seen[seen.count / 2], "\(lesson.number)")
    }
  }
}
