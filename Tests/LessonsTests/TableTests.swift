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

/// The book's tables, computed.
struct TableTests {
  private static func source(_ number: String) throws -> SimulationSource {
    let lesson = try #require(Lessons.find(number))
    return SimulationSource(scenario: lesson.scenario, seed: lesson.seed)
  }

  private static func frame(
    _ source: SimulationSource, _ number: String, _ language: Language = .english,
    width: Int = 80, height: Int = 24
  ) -> Frame {
    var model = BoardModel(language: language, capabilities: source.capabilities)
    model.caption = Lessons.find(number)?.caption
    model.pane = .table
    model.isPlaying = false
    let view = FeedView(picture: source.picture, timeline: source.timeline, log: [])
    return Board.render(model, view, width: width, height: height)
  }

  /// Turn, partition, whom round robin deals it to, whom it was given to.
  private static func order(_ source: SimulationSource, _ number: String) -> [[String]] {
    let frame = frame(source, number)
    return (0..<frame.height).map(frame.rowText).compactMap { row in
      let words = row.split(separator: " ").map(String.init)
      guard words.count > 3, Int(words[0]) != nil else { return nil }
      return [words[1]] + words.filter { $0.hasPrefix("[") }
    }
  }

  @Test func `table 6-2: round robin alternates, range does not`() throws {
    let names = (1...2).flatMap { topic in (0...2).map { "topic-\(topic)-\($0)" } }
    let inTurn = ["A", "B", "A", "B", "A", "B"].map { "[\($0)]" }
    let byRange = ["A", "A", "B", "A", "A", "B"].map { "[\($0)]" }
    for (number, given) in [("6-9", inTurn), ("6-8", byRange)] {
      let order = Self.order(try Self.source(number), number)
      #expect(order.map { $0[0] } == names)
      #expect(order.map { $0[1] } == inTurn, "\(number)")
      #expect(order.map { $0[2] } == given, "\(number)")
    }
  }

  @Test func `table 6-3: three consumers in turn, and the two that are left`() throws {
    var source = try Self.source("6-12")
    let three = ["A", "B", "C", "A", "B", "C", "A", "B"].map { "[\($0)]" }
    #expect(Self.order(source, "6-12").map { $0[1] } == three)
    #expect(Self.order(source, "6-12").map { $0[2] } == three)
    while !source.isOver, let next = source.nextEventMs { source.play(toMs: next) }
    let two = ["A", "C", "A", "C", "A", "C", "A", "C"].map { "[\($0)]" }
    #expect(Self.order(source, "6-12").map { $0[1] } == two)
    // What sticky really gave: figures.md's "really computed".
    let sticky = ["A", "A", "C", "A", "C", "C", "A", "C"].map { "[\($0)]" }
    #expect(Self.order(source, "6-12").map { $0[2] } == sticky)
  }

  @Test func `table 6-1: a line for each strategy, the group's own is marked`() throws {
    for language in Language.allCases {
      let frame = Self.frame(try Self.source("6-11"), "6-11", language)
      let rows = (0..<frame.height).map(frame.rowText)
      for assignor in Assignors.all {
        let row = rows.first { $0.dropFirst(3).hasPrefix("\(assignor.name) ") }
        #expect(row?.hasPrefix(" ▸") == (assignor.name == "roundrobin"), "\(assignor.name)")
        #expect(DisplayWidth.of(language.table.strategy(assignor.name)) <= 56)
      }
    }
  }

  @Test func `the tables in both languages and sizes`() throws {
    for (number, isLarge) in [("6-8", false), ("6-12", true)] {
      var source = try Self.source(number)
      while !source.isOver, let next = source.nextEventMs { source.play(toMs: next) }
      for language in Language.allCases {
        let (width, height) = isLarge ? (120, 40) : (80, 24)
        let frame = Self.frame(source, number, language, width: width, height: height)
        Golden.expect(
          FrameText.render(frame),
          named: "table-\(number)-\(width)x\(height)-\(language.rawValue).txt")
      }
    }
  }

  @Test func `forth and back the table is the same`() throws {
    var source = try Self.source("6-12")
    var seen = [FrameText.render(Self.frame(source, "6-12"))]
    while source.step < source.scriptSteps ?? 0, source.travel(.nextStep) {
      seen.append(FrameText.render(Self.frame(source, "6-12")))
    }
    for step in stride(from: seen.count - 2, through: 0, by: -1) {
      _ = source.travel(.previousStep)
      #expect(FrameText.render(Self.frame(source, "6-12")) == seen[step], "step \(step)")
    }
  }
}
