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

  private static func frame(_ source: SimulationSource, _ lesson: Lesson, _ look: Look) -> Frame {
    var model = BoardModel(
      language: look.language, capabilities: source.capabilities,
      title: lesson.caption.title[look.language])
    model.caption = lesson.caption
    model.seed = source.seed
    model.hasOneRow = !look.glyphs.hasHalfRows
    model.isPlaying = false
    model.step = source.step
    model.steps = source.scriptSteps
    let view = FeedView(
      picture: source.picture, timeline: source.timeline, log: source.log(last: 50),
      previous: nil)
    return Board.render(model, view, width: look.size.width, height: look.size.height)
      .translated(to: look.glyphs)
  }

  /// The two stills of figure 6-5 that the whole lesson hangs on.
  private static func stills(_ lesson: Lesson) -> [(name: String, source: SimulationSource)] {
    var source = SimulationSource(scenario: lesson.scenario, seed: lesson.seed)
    while source.picture.beat == 0, let next = source.nextEventMs { source.play(toMs: next) }
    source.play(toMs: source.nowMs + 5000)
    let dead = source
    while !source.isOver, let next = source.nextEventMs { source.play(toMs: next) }
    return [("dead", dead), ("moved", source)]
  }

  @Test func `figure 6-5 before detection and after, in every look`() throws {
    let lesson = try #require(Lessons.find("6-5"))
    for still in Self.stills(lesson) {
      for look in Self.looks {
        let frame = Self.frame(still.source, lesson, look)
        Golden.expect(FrameText.render(frame), named: "6-5-\(still.name)-\(look.name).txt")
      }
    }
  }

  @Test func `figure 6-4 at rest`() throws {
    let lesson = try #require(Lessons.find("6-4"))
    var source = SimulationSource(scenario: lesson.scenario, seed: lesson.seed)
    source.play(toMs: source.nowMs + 5000)
    let frame = Self.frame(source, lesson, Self.looks[0])
    Golden.expect(FrameText.render(frame), named: "6-4-80x24-en-unicode.txt")
  }

  @Test func `every step of a lesson answers the six questions`() throws {
    for lesson in Lessons.catalogue {
      var source = SimulationSource(scenario: lesson.scenario, seed: lesson.seed)
      for _ in 0...(source.scriptSteps ?? 0) {
        for look in Self.looks { try check(Self.frame(source, lesson, look), source, look) }
        _ = source.travel(.nextStep)
      }
    }
  }

  private func check(_ frame: Frame, _ source: SimulationSource, _ look: Look) throws {
    let rows = (0..<frame.height).map { frame.rowText($0) }
    let all = rows.joined(separator: "\n")
    let labels = look.language == .english ? ["Why", "Cost", "Next"] : ["이유", "비용", "다음"]
    for label in labels { #expect(all.contains(" \(label) "), "\(label) in \(look.name)") }
    let state = try #require(source.picture.state)
    #expect(all.contains(state.rawValue))
    for (place, partition) in source.picture.partitions.enumerated() {
      guard let owner = partition.shownOwner, partition.status == .read else { continue }
      let badge = "[\(owner.letter)]"
      let row = rows.first { $0.hasPrefix("  \(place) ") }
      #expect(row?.contains(badge) == true, "\(badge) of \(place) in \(look.name)")
    }
  }
}
