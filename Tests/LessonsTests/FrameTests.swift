import Board
import Export
import Feed
import KafkaModel
import Lessons
import Narration
import Screen
import Simulation
import TestSupport
import Testing

/// The lessons as the screen draws them: every size, language and glyph set.
struct FrameTests {
  private struct Look {
    var size: (width: Int, height: Int)
    var language: Language
    var glyphs: GlyphSet
    var name: String
  }

  private static let looks: [Look] = {
    var all: [Look] = []
    for (width, height) in [(80, 24), (120, 40)] {
      for (language, code) in [(Language.english, "en"), (.korean, "ko")] {
        for (glyphs, word) in [(GlyphSet.unicode, "unicode"), (.ascii, "ascii")] {
          let name = "\(width)x\(height)-\(code)-\(word)"
          all.append(
            Look(size: (width, height), language: language, glyphs: glyphs, name: name))
        }
      }
    }
    return all
  }()

  private static func frame(
    _ source: SimulationSource, _ lesson: Lesson, _ look: Look, isProjected: Bool = false
  ) -> Frame {
    var model = BoardModel(
      language: look.language, capabilities: source.capabilities,
      title: lesson.caption.title[look.language])
    model.caption = lesson.caption
    model.seed = source.seed
    model.hasOneRow = !look.glyphs.hasHalfRows
    model.isPlaying = false
    model.isProjected = isProjected
    model.step = source.step
    model.steps = source.scriptSteps
    let view = FeedView(
      picture: source.picture, timeline: source.timeline, log: source.log(last: 50),
      previous: nil)
    return Board.render(model, view, width: look.size.width, height: look.size.height)
      .translated(to: look.glyphs)
  }

  /// The lesson a while after a beat began.
  private static func still(_ lesson: Lesson, _ beat: String, afterMs: Int64) -> SimulationSource {
    var source = SimulationSource(scenario: lesson.scenario, seed: lesson.seed)
    let wanted = lesson.beat(named: beat)
    while source.picture.beat != wanted, let next = source.nextEventMs { source.play(toMs: next) }
    source.play(toMs: source.nowMs + afterMs)
    return source
  }

  private static func end(_ lesson: Lesson) -> SimulationSource {
    var source = SimulationSource(scenario: lesson.scenario, seed: lesson.seed)
    while !source.isOver, let next = source.nextEventMs { source.play(toMs: next) }
    return source
  }

  private func expectInEveryLook(
    _ source: SimulationSource, _ lesson: Lesson, _ name: String
  ) {
    for look in Self.looks {
      let frame = Self.frame(source, lesson, look)
      let file = "\(lesson.number)-\(name)-\(look.name).txt"
      Golden.expect(FrameText.render(frame), named: file)
    }
  }

  @Test func `figure 6-5 before detection and after, in every look`() throws {
    let lesson = try #require(Lessons.find("6-5"))
    expectInEveryLook(Self.still(lesson, "dead", afterMs: 5000), lesson, "dead")
    expectInEveryLook(Self.end(lesson), lesson, "moved")
  }

  @Test func `figure 6-14 between its rounds and after them, in every look`() throws {
    let lesson = try #require(Lessons.find("6-14"))
    expectInEveryLook(Self.still(lesson, "second", afterMs: 1000), lesson, "second")
    expectInEveryLook(Self.end(lesson), lesson, "end")
  }

  /// Of every other lesson one still, in one of the looks in turn.
  @Test func `the still that a lesson is remembered by`() throws {
    let stills = [
      ("6-4", "even", 5000), ("6-6", "normal", 5000), ("6-7", "stopped", 9000),
      ("6-7-late", "late", 2000), ("6-8", "dealt", 5000), ("6-9", "dealt", 5000),
      ("6-10", "dealt", 5000), ("6-11", "after", 2000), ("6-12", "after", 2000),
      ("6-13", "stop", 1500),
      ("kill-close", "killed", 5000), ("idle", "work", 2000), ("two-topics", "in-turn", 2000),
      ("shuffle", "after", 2000), ("duplicate", "taken", 200), ("slow-poller", "slow", 15_000),
      ("three-clocks", "stuck", 8000), ("rolling-dynamic", "third", 2000),
      ("rolling-static", "second", 3000), ("bounces", "both", 3000),
      ("transactions", "open", 2000), ("held-back", "open", 8000),
      ("at-least-once", "twice", 1000), ("exactly-once", "again", 5500),
      ("zombie", "refused", 200), ("txn-timeout", "waits", 12_000),
      ("read-committed", "twice", 1000),
    ]
    for (place, (number, beat, afterMs)) in stills.enumerated() {
      let lesson = try #require(Lessons.find(number))
      let look = Self.looks[place % 2 == 0 ? 0 : 2]
      let frame = Self.frame(
        Self.still(lesson, beat, afterMs: Int64(afterMs)), lesson, look)
      Golden.expect(FrameText.render(frame), named: "\(number)-\(look.name).txt")
    }
  }

  @Test func `figures for a projector`() throws {
    let stills = [("6-14", "second", 1000, 0), ("6-13", "stop", 1500, 2), ("6-12", "after", 0, 4)]
    for (number, beat, afterMs, look) in stills {
      let lesson = try #require(Lessons.find(number))
      let source = Self.still(lesson, beat, afterMs: Int64(afterMs))
      let frame = Self.frame(source, lesson, Self.looks[look], isProjected: true)
      Golden.expect(
        FrameText.render(frame), named: "projection-\(number)-\(Self.looks[look].name).txt")
    }
  }

  /// Whose a partition is, and that nobody reads it, in letters and glyphs alone.
  @Test func `every step of a lesson can be projected`() throws {
    for lesson in Lessons.catalogue {
      var source = SimulationSource(scenario: lesson.scenario, seed: lesson.seed)
      for _ in 0...(source.scriptSteps ?? 0) {
        for look in Self.looks {
          let frame = Self.frame(source, lesson, look, isProjected: true)
          let all = (0..<frame.height).map { frame.rowText($0) }.joined(separator: "\n")
          #expect(all.contains(lesson.caption.title[look.language]))
          for member in source.picture.members { #expect(all.contains(" \(member.slot.letter) ")) }
          // With more than four partitions some are left out.
          for partition in source.picture.partitions where source.picture.partitions.count <= 4 {
            guard let intruder = partition.intruder else { continue }
            #expect(all.contains("!\(intruder.letter)!"), "\(lesson.number) \(look.name)")
          }
          if source.picture.partitions.contains(where: { $0.status == .nobody }) {
            #expect(all.contains(look.language.figure.nobody), "\(lesson.number) \(look.name)")
          }
        }
        _ = source.travel(.nextStep)
      }
    }
  }

  @Test func `every step of a lesson answers the six questions`() throws {
    for lesson in Lessons.catalogue {
      var source = SimulationSource(scenario: lesson.scenario, seed: lesson.seed)
      for _ in 0...(source.scriptSteps ?? 0) {
        for look in Self.looks { try check(Self.frame(source, lesson, look), source, look, lesson) }
        _ = source.travel(.nextStep)
      }
    }
  }

  private func check(
    _ frame: Frame, _ source: SimulationSource, _ look: Look, _ lesson: Lesson
  ) throws {
    let rows = (0..<frame.height).map { frame.rowText($0) }
    let all = rows.joined(separator: "\n")
    let labels = look.language == .english ? ["Why", "Cost", "Next"] : ["이유", "비용", "다음"]
    for label in labels { #expect(all.contains(" \(label) "), "\(label) in \(look.name)") }
    // Nothing of the story gives way to what has no room.
    let mark = look.glyphs == .ascii ? " >" : " ›"
    let place = "\(lesson.number), step \(source.step), \(look.name)"
    for row in rows { #expect(!row.hasSuffix(mark), "\(place)") }
    // Before the first member joins there is no group.
    if let state = source.picture.state { #expect(all.contains(state.rawValue)) }
    #expect(source.picture.state != nil || lesson.scenario.opening == .nobody)
    for partition in source.picture.partitions {
      guard let owner = partition.shownOwner, partition.status == .read else { continue }
      let isOthers = partition.intruder == owner
      let badge = isOthers ? "!\(owner.letter)!" : "[\(owner.letter)]"
      let topic = partition.partition
      let label = lesson.scenario.topics.count > 1 ? " \(topic) " : "  \(topic.partition) "
      let row = rows.first { $0.hasPrefix(label) }
      #expect(row?.contains(badge) == true, "\(badge) of \(topic) in \(look.name)")
    }
  }
}
