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

/// The panes of a simulated lesson: messages, records, the table, the grid.
struct PaneFrameTests {
  private static let panes: [Pane] = [.messages, .records, .describe, .grid]
  private static let sizes = [(width: 80, height: 24), (width: 120, height: 40)]

  private static func view(_ source: SimulationSource) -> FeedView {
    FeedView(
      picture: source.picture, timeline: source.timeline, log: [], traffic: source.traffic,
      coming: source.comingTraffic)
  }

  private static func model(
    _ source: SimulationSource, _ pane: Pane, _ language: Language = .english
  ) -> BoardModel {
    var model = BoardModel(language: language, capabilities: source.capabilities)
    model.pane = pane
    model.isPlaying = false
    return model
  }

  private static func rows(
    _ source: SimulationSource, _ model: BoardModel, width: Int = 80, height: Int = 24
  ) -> [String] {
    let frame = Board.render(model, view(source), width: width, height: height)
    return (0..<height).map(frame.rowText)
  }

  private static func source(_ number: String, steps: Int = 0) throws -> SimulationSource {
    let lesson = try #require(Lessons.find(number))
    var source = SimulationSource(scenario: lesson.scenario, seed: lesson.seed)
    for _ in 0..<steps { _ = source.travel(.nextStep) }
    return source
  }

  @Test func `long instance ids are told apart in the grid`() throws {
    let source = try Self.source("6-6")
    for size in Self.sizes {
      let rows = Self.rows(
        source, Self.model(source, .grid), width: size.width, height: size.height)
      for number in 1...3 {
        #expect(rows.contains { $0.contains("peter-kafka0\(number)") }, "\(size)")
      }
    }
  }

  @Test func `each pane in the middle of a rebalance, in both languages and sizes`() throws {
    let source = try Self.source("6-5", steps: 4)
    #expect(source.picture.state == .preparingRebalance)
    for pane in Self.panes {
      for language in Language.allCases {
        for size in Self.sizes {
          let model = Self.model(source, pane, language)
          let frame = Board.render(
            model, Self.view(source), width: size.width, height: size.height)
          let name = "pane-\(pane.name)-\(size.width)x\(size.height)-\(language.rawValue).txt"
          Golden.expect(FrameText.render(frame), named: name)
        }
      }
    }
  }

  @Test func `a new group registers message by message`() throws {
    let source = try Self.source("6-5")
    var model = Self.model(source, .messages)
    model.selectedMember = MemberSlot(0)
    let sent = source.traffic.compactMap { timed -> String? in
      guard case .message(MemberSlot(0), let message) = timed.event, !message.isRoutine,
        message.api != .metadata
      else { return nil }
      return "\(message.api) \(message.way.rawValue) \(message.error)"
    }
    #expect(
      sent.prefix(8) == [
        "FindCoordinator request NONE", "FindCoordinator response NONE", "JoinGroup request NONE",
        "JoinGroup response MEMBER_ID_REQUIRED", "JoinGroup request NONE",
        "JoinGroup response NONE", "SyncGroup request NONE", "SyncGroup response NONE",
      ])
    let found = Self.rows(source, model, height: 60).joined(separator: "\n")
    #expect(found.contains("── JoinGroup(member id empty, range) ──"))
    #expect(found.contains("MEMBER_ID_REQUIRED, id peter-kafka01-"))
    #expect(found.contains(" waited "))
    #expect(!found.contains("\n B "))
  }

  @Test func `enter shows every field of the selected message, and Esc closes it`() throws {
    let source = try Self.source("6-5", steps: 6)
    var model = Self.model(source, .messages)
    let view = Self.view(source)
    func press(_ key: Key) { _ = Board.update(&model, .key(key), view) }
    for _ in 0..<200 {
      if Self.rows(source, model).contains(where: { $0.contains("JoinGroup(") }) { break }
      press(.up)
    }
    for _ in 0..<400 {
      press(.up)
      model.isMessageOpen = false
      press(.enter)
      if Self.rows(source, model).contains(where: { $0.contains("session_timeout_ms") }) { break }
    }
    let open = Self.rows(source, model)
    for name in ["group_id", "session_timeout_ms", "member_id", "protocol", "topics"] {
      #expect(open.contains { $0.hasPrefix(" \(name) ") }, "\(name)")
    }
    press(.escape)
    #expect(!model.isMessageOpen && model.pane == .messages)
    press(.escape)
    #expect(model.pane == .picture)
  }

  @Test func `what is to come is what then comes`() throws {
    var source = try Self.source("6-5", steps: 3)
    let coming = source.comingTraffic
    #expect(!coming.isEmpty)
    let before = source.traffic.count
    let last = try #require(coming.last)
    source.play(toMs: last.timeMs)
    let came = source.traffic.dropFirst(before).filter {
      $0.event.isTraffic && !$0.event.isWritten
    }
    #expect(Array(came.prefix(coming.count)) == coming)
  }

  @Test func `a step back takes messages and records back, too`() throws {
    var source = try Self.source("6-5", steps: 6)
    let traffic = source.traffic
    _ = source.travel(.previousStep)
    #expect(source.traffic.count < traffic.count)
    _ = source.travel(.nextStep)
    #expect(source.traffic == traffic)
  }

  @Test func `records stand at the offsets that follow each other`() throws {
    var source = try Self.source("6-5")
    while !source.isOver, let next = source.nextEventMs { source.play(toMs: next) }
    var next: Int64 = 0
    var plans: [WrittenRecord.Group] = []
    for case .written(let offset, let records) in source.traffic.map(\.event) {
      #expect(offset.value == next)
      next += Int64(records.count)
      for case .group(_, let group?) in records { plans.append(group) }
    }
    // The group is made, then planned for three, then for the two that are left.
    #expect(plans.first?.members.isEmpty == true)
    #expect(plans.last?.members.map(\.partitions.count).sorted() == [1, 2])
    #expect(plans.last?.generation == source.picture.generation)
  }

  @Test func `the table is what the tool prints`() throws {
    var source = try Self.source("6-5")
    // Until the first commits.
    source.play(toMs: source.nowMs + 6000)
    let rows = Self.rows(source, Self.model(source, .describe), width: 200, height: 30)
    #expect(rows[0].hasPrefix(" $ kafka-consumer-groups.sh --describe --group peter-consumer01"))
    let header =
      " GROUP            TOPIC           PARTITION  CURRENT-OFFSET  LOG-END-OFFSET  LAG  "
    #expect(rows[1].hasPrefix(header))
    let picture = source.picture
    for place in picture.partitions.indices {
      let words = rows[2 + place].split(separator: " ").map(String.init)
      let partition = picture.partitions[place]
      try #require(words.count == 9)
      #expect(words[1] == partition.partition.topic.text && words[2] == "\(place)")
      #expect(words[5] == partition.lag(atMs: picture.timeMs).map { "\($0)" })
      #expect(words[6].hasPrefix(words[8]) && words[7].hasPrefix("/"))
    }
    #expect(rows.contains { $0.hasPrefix(" GROUP            CONSUMER-ID ") })
    #expect(rows.contains { $0.contains("ASSIGNMENT-STRATEGY") })
  }

  @Test func `a group that rebalances or is empty is announced as the tool does`() throws {
    let source = try Self.source("6-5", steps: 6)
    let rows = Self.rows(source, Self.model(source, .describe))
    #expect(rows[1].contains("Warning: Consumer group 'peter-consumer01' is rebalancing."))
    var empty = try Self.source("6-5")
    for slot in 0..<3 { _ = empty.perform(.close(MemberSlot(slot))) }
    empty.play(toMs: empty.nowMs + 20_000)
    let found = Self.rows(empty, Self.model(empty, .describe), width: 160)
    #expect(found[1].contains("Consumer group 'peter-consumer01' has no active members."))
    // The committed offsets stay, with nobody beside them.
    #expect(found[3].split(separator: " ").suffix(3) == ["-", "-", "-"])
  }

  @Test func `the arrows scroll the table by its columns and leave nothing out`() throws {
    let source = try Self.source("6-5")
    var model = Self.model(source, .describe)
    let view = Self.view(source)
    var seen: [String] = []
    for _ in 0..<9 {
      let header = Self.rows(source, model)[1]
      let words = header.split(separator: " ").map(String.init).filter { !"‹›".contains($0) }
      seen += words.filter { !seen.contains($0) }
      _ = Board.update(&model, .key(.right), view)
    }
    // No name is cut in two.
    #expect(
      seen == [
        "GROUP", "TOPIC", "PARTITION", "CURRENT-OFFSET", "LOG-END-OFFSET", "LAG", "CONSUMER-ID",
        "HOST", "CLIENT-ID",
      ])
    for _ in 0..<40 { _ = Board.update(&model, .key(.left), view) }
    #expect(model.columnScroll == 0)
  }

  @Test func `no row of any pane is too wide, at every step of every lesson`() throws {
    for lesson in Lessons.catalogue {
      var source = SimulationSource(scenario: lesson.scenario, seed: lesson.seed)
      for _ in 0...(source.scriptSteps ?? 0) {
        for pane in Self.panes {
          for language in Language.allCases {
            let model = Self.model(source, pane, language)
            for row in Self.rows(source, model) { #expect(DisplayWidth.of(row) <= 80) }
          }
        }
        _ = source.travel(.nextStep)
      }
    }
  }
}
