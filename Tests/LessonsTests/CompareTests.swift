import Export
import Feed
import KafkaModel
import Lessons
import Narration
import Screen
import Simulation
import TestSupport
import Testing

@testable import Board

/// One event in several worlds, each with its verdict.
@Suite struct CompareTests {
  private static func compared(_ number: String) throws -> ComparedLesson {
    let lesson = try #require(Lessons.find(number))
    return ComparedLesson(of: lesson, scenario: lesson.scenario, seed: lesson.seed)
  }

  /// Each world at its end, or all some time after the start.
  private static func worlds(
    _ compared: ComparedLesson, atMs: Int64? = nil
  ) -> [SimulationSource] {
    compared.columns.map { column in
      var source = SimulationSource(scenario: column.scenario, seed: compared.seed)
      if let atMs {
        source.play(toMs: source.nowMs + atMs)
      } else {
        while !source.isOver, let next = source.nextEventMs { source.play(toMs: next) }
      }
      return source
    }
  }

  private static func numbers(_ source: SimulationSource) throws -> [Int?] {
    let cost = try #require(RebalanceCost(source.picture))
    return [cost.kept, cost.moved, cost.needless, cost.rounds]
  }

  @Test func `6-10 to 6-12: four strategies, four verdicts`() throws {
    let compared = try Self.compared("6-11")
    #expect(
      compared.columns.map(\.title.english) == [
        "range", "round robin", "sticky", "coop. sticky",
      ])
    let worlds = Self.worlds(compared)
    let expected: [[Int?]] = [[4, 4, 0, 1], [3, 5, 2, 1], [5, 3, 0, 1], [5, 3, 0, 1]]
    #expect(try worlds.map(Self.numbers) == expected)
    let healthy = try worlds.map { try #require(RebalanceCost($0.picture)?.healthyMs) }
    #expect(healthy[3] == 0 && healthy[0..<3].allSatisfy { $0 > 0 })
  }

  @Test func `6-14: a newcomer costs all members their partitions, or one`() throws {
    let worlds = Self.worlds(try Self.compared("6-14"))
    #expect(try worlds.map { try Self.numbers($0)[3] } == [1, 1, 1, 2])
    let costs = try worlds.map { try #require(RebalanceCost($0.picture)).notReadMs }
    #expect(costs[3] < costs[0] && costs[3] < costs[1] && costs[3] < costs[2])
  }

  @Test func `6-6: static members come back without a rebalance`() throws {
    let compared = try Self.compared("6-6")
    #expect(compared.columns.count == 2)
    let worlds = Self.worlds(compared)
    #expect(worlds[0].picture.generation != worlds[1].picture.generation)
    #expect(worlds[1].picture.members[0].returnedMs != nil)
    #expect(try Self.numbers(worlds[1])[0] == nil)
  }

  @Test func `rolling deploys: six rebalances against none`() throws {
    for number in ["rolling-dynamic", "rolling-static"] {
      let worlds = Self.worlds(try Self.compared(number))
      #expect(worlds.map(\.picture.generation) == [Generation(7), Generation(1)])
      let costs = worlds.map {
        CompareCost(
          FeedView(
            picture: $0.picture, timeline: $0.timeline, log: []))
      }
      #expect(costs.map { $0?.rounds } == [6, 0])
      #expect(costs.allSatisfy { ($0?.notReadMs ?? 0) > 5000 })
    }
  }

  @Test func `killed or closed: the same death twice`() throws {
    let compared = try Self.compared("kill-close")
    #expect(compared.columns.map(\.title.english) == ["killed", "closed"])
    let costs = try Self.worlds(compared).map { try #require(RebalanceCost($0.picture)).notReadMs }
    #expect(costs[0] > costs[1] + 5000)
  }

  /// Where a figure has no event of its own, somebody dies.
  @Test func `every lesson can be compared`() throws {
    for lesson in Lessons.catalogue {
      let compared = ComparedLesson(of: lesson, scenario: lesson.scenario, seed: lesson.seed)
      for world in Self.worlds(compared) {
        #expect(world.isOver, "\(lesson.number)")
        // What a producer does costs no rebalance.
        let isOfProducers = !lesson.scenario.producers.isEmpty && lesson.scenario.transform == nil
        #expect((RebalanceCost(world.picture) != nil) != isOfProducers, "\(lesson.number)")
      }
    }
  }

  private static func frame(
    _ compared: ComparedLesson, _ worlds: [SimulationSource], _ language: Language,
    _ width: Int, _ height: Int
  ) -> Frame {
    var board = BoardModel(language: language, capabilities: worlds[0].capabilities)
    board.isPlaying = false
    let model = CompareModel(
      figure: compared.figure, title: compared.title,
      columns: compared.columns.map { .init(title: $0.title, note: $0.note) }, board: board)
    let views = worlds.map { FeedView(picture: $0.picture, timeline: $0.timeline, log: []) }
    return Compare.render(model, views, width: width, height: height)
  }

  @Test func `the comparison as a picture`() throws {
    let compared = try Self.compared("6-12")
    let worlds = Self.worlds(compared, atMs: 26_000)
    for (language, code) in [(Language.english, "en"), (.korean, "ko")] {
      for (width, height) in [(80, 24), (120, 40)] {
        let frame = Self.frame(compared, worlds, language, width, height)
        Golden.expect(
          FrameText.render(frame), named: "compare-6-12-\(width)x\(height)-\(code).txt")
      }
    }
  }

  @Test func `any comparison in any size has rows that fit`() throws {
    var options = SandboxOptions()
    options.members = 12
    options.topics = [ScenarioTopic("orders", 30), ScenarioTopic("payments", 30)]
    let scenario = Sandbox.scenario(options)
    let sandbox = ComparedLesson(of: nil, scenario: scenario, seed: 1)
    for compared in [try Self.compared("6-14"), try Self.compared("6-7"), sandbox] {
      let worlds = Self.worlds(compared, atMs: 20_000)
      for (width, height) in [(1, 1), (7, 3), (40, 10), (79, 23), (80, 24), (200, 60), (500, 200)] {
        let frame = Self.frame(compared, worlds, .korean, width, height)
        #expect(frame.width == width && frame.height == height)
        for y in 0..<height { #expect(DisplayWidth.of(frame.rowText(y)) <= width) }
      }
    }
  }

  @Test(arguments: Language.allCases)
  func `in a low terminal numbers give way, not the keys`(language: Language) throws {
    let compared = try Self.compared("6-12")
    let worlds = Self.worlds(compared)
    for width in [40, 80] {
      let whole = Self.frame(compared, worlds, language, width, 24)
      for height in 3..<24 {
        let frame = Self.frame(compared, worlds, language, width, height)
        #expect(frame.rowText(height - 1) == whole.rowText(23), "\(width)x\(height)")
        let rows = (0..<height).map(frame.rowText)
        let heads = rows.filter { $0.contains(language.figure.notRead) }
        #expect(heads.contains { $0.hasPrefix(" " + language.figure.notRead) } || height < 4)
        // A row of numbers has nothing but numbers.
        let needless = rows.first { $0.hasPrefix(" " + language.figure.needless) }
        let signs = needless?.dropFirst(language.figure.needless.count + 1) ?? ""
        #expect(signs.allSatisfy { $0 == " " || $0.isNumber }, "\(width)x\(height) \(signs)")
      }
    }
  }

  @Test func `what concerns one world is refused in words`() throws {
    let compared = try Self.compared("6-12")
    let source = Self.worlds(compared, atMs: 1000)[0]
    let view = FeedView(picture: source.picture, timeline: source.timeline, log: [])
    let model = CompareModel(
      figure: "", title: compared.title,
      columns: compared.columns.map { .init(title: $0.title, note: $0.note) },
      board: BoardModel(language: .english, capabilities: source.capabilities))
    for key in [.enter, .end, .function(5)] + "ASfupiwz5678gG:/{}".map({ Key.character($0) }) {
      var model = model
      #expect(Compare.update(&model, key, view).isEmpty)
      #expect(model.board.notice == .notInComparison, "\(key)")
      #expect(model.board.pane == .picture && !model.board.isProjected)
    }
  }

  @Test func `keys of the comparison`() throws {
    let compared = try Self.compared("6-12")
    let worlds = Self.worlds(compared, atMs: 1000)
    let view = FeedView(picture: worlds[0].picture, timeline: worlds[0].timeline, log: [])
    var model = CompareModel(
      figure: "", title: compared.title,
      columns: compared.columns.map { .init(title: $0.title, note: $0.note) },
      board: BoardModel(language: .english, capabilities: worlds[0].capabilities))
    #expect(Compare.update(&model, .character("3"), view) == [.open(2)])
    let chosen = (0..<5).map { _ -> Int? in
      #expect(Compare.update(&model, .tab, view).isEmpty)
      return model.chosen
    }
    #expect(chosen == [0, 1, 2, 3, 0])
    #expect(Compare.update(&model, .enter, view) == [.open(0)])
    #expect(Compare.update(&model, .escape, view) == [.back])
    #expect(Compare.update(&model, .character("C"), view) == [.back])
    #expect(Compare.update(&model, .character("A"), view).isEmpty && model.board.notice != nil)
    #expect(
      Compare.update(&model, .character("k"), view) == [.board(.command(.kill(MemberSlot(0))))])
    #expect(
      Compare.update(&model, .right, view) == [.board(.play(false)), .board(.travel(.nextStep))])
  }
}
