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

/// The practice on its terminals, from the same events as the picture.
struct PracticeTests {
  private static func source(_ number: String, seed: UInt64 = 1) throws -> SimulationSource {
    let lesson = try #require(Lessons.find(number))
    return SimulationSource(scenario: lesson.scenario, seed: seed)
  }

  private static func rows(_ source: SimulationSource, width: Int = 240) -> [String] {
    var model = BoardModel(language: .english, capabilities: source.capabilities)
    model.pane = .consoles
    model.isPlaying = false
    let view = FeedView(picture: source.picture, timeline: source.timeline, log: [])
    let frame = Board.render(model, view, width: width, height: 60)
    return (0..<frame.height).map(frame.rowText)
  }

  /// What is printed of a member's records: partition, offset and number of each.
  private static func printed(_ picture: GroupPicture, _ slot: Int) -> [String] {
    picture.members[slot].console.entries.flatMap { entry -> [String] in
      guard case .read(let place, let from, let to) = entry else { return [] }
      return (from.value..<to.value).map {
        "\(place) \($0) \(picture.messageNumber(place, Offset($0)))"
      }
    }
  }

  private static func atBeat(
    _ number: String, _ name: String, seed: UInt64 = 1
  ) throws -> SimulationSource {
    let beat = try #require(Lessons.find(number)?.beat(named: name))
    var source = try source(number, seed: seed)
    while source.picture.beat != beat {
      let hasGone = source.travel(.nextStep)
      try #require(hasGone)
    }
    return source
  }

  @Test func `ten records in turn: each consumer prints its partition's`() throws {
    for number in ["practice", "practice-2"] {
      for seed in UInt64(1)...4 {
        let beat = number == "practice" ? "6-4" : "6-6"
        let picture = try Self.atBeat(number, beat, seed: seed).picture
        #expect(Self.printed(picture, 0) == ["0 0 1", "0 1 4", "0 2 7", "0 3 10"])
        #expect(Self.printed(picture, 1) == ["1 0 2", "1 1 5", "1 2 8"])
        #expect(Self.printed(picture, 2) == ["2 0 3", "2 1 6", "2 2 9"])
        #expect(picture.partitions.map(\.committed) == [Offset(4), Offset(3), Offset(3)])
        #expect(picture.partitions.allSatisfy { $0.lag(atMs: picture.timeMs) == 0 })
      }
    }
  }

  @Test func `what is printed is what was read, record by record`() throws {
    var source = try Self.source("practice")
    var read: [String] = []
    while !source.isOver, let next = source.nextEventMs {
      var before = source.picture
      for timed in source.drain(toMs: next) {
        var nothing = Timeline()
        if case .position(MemberSlot(1), let partition, let offset) = timed.event {
          let place = try #require(before.place(of: partition))
          let from = before.partitions[place].position ?? Offset(0)
          read += (from.value..<offset.value).map { "\(place) \($0)" }
        }
        before.apply(timed, into: &nothing)
      }
    }
    // The numbers of a second run of the producer begin with 1 again.
    let shown = Self.printed(source.picture, 1)
    #expect(shown.map { $0.split(separator: " ").prefix(2).joined(separator: " ") } == read)
    #expect(shown.contains("0 4 1") && shown.contains("1 3 2"))
  }

  @Test func `the terminal of a consumer that was stopped says so, and nothing more`() throws {
    for (number, beat) in [("practice", "6-5"), ("practice-2", "6-7")] {
      let stopped = try Self.atBeat(number, "stop").picture.members[0].console
      #expect(stopped.entries.last == .killed)
      let later = try Self.atBeat(number, beat)
      #expect(later.picture.members[0].console == stopped)
      #expect(Self.rows(later).contains { $0.contains("Killed") })
    }
  }

  @Test func `a new process is a new command, below what the old one printed`() throws {
    var source = try Self.atBeat("practice", "6-5")
    #expect(source.perform(.restart(MemberSlot(0))) == .done)
    source.play(toMs: source.nowMs + 12_000)
    let entries = source.picture.members[0].console.entries
    #expect(entries.count { $0 == .started } == 2)
    let killed = try #require(entries.firstIndex(of: .killed))
    #expect(entries[killed + 1] == .started)
    let rows = Self.rows(source)
    #expect(rows.count { $0.contains("$ python consumer_standard.py") } >= 2)
  }

  @Test func `describe names other consumers before and after`() throws {
    func ids(_ beat: String) throws -> [String] {
      let rows = Self.rows(try Self.atBeat("practice", beat))
      let table = try #require(rows.firstIndex { $0.hasPrefix("     PARTITION ") })
      // Whose id it is can be seen where the id itself is cut.
      let letters = rows[(table + 1)...].prefix(3).map { String($0.dropFirst().prefix(3)) }
      #expect(letters == (beat == "6-4" ? [" A ", " B ", " C "] : [" B ", " B ", " C "]))
      return rows[(table + 1)...].prefix(3)
        .compactMap { row in row.split(separator: " ").first { $0.hasPrefix("peter-kafka0") } }
        .map { String($0.prefix(13)) }
    }
    #expect(try ids("6-4") == ["peter-kafka01", "peter-kafka02", "peter-kafka03"])
    #expect(try ids("6-5") == ["peter-kafka02", "peter-kafka02", "peter-kafka03"])
  }

  @Test func `in figures the producer never ends, and numbers go round the partitions`() throws {
    var source = try Self.source("6-4")
    source.play(toMs: source.nowMs + 5000)
    let picture = source.picture
    #expect(picture.messageNumber(0, Offset(0)) == 1 && picture.messageNumber(2, Offset(1)) == 6)
    let rows = Self.rows(source)
    #expect(rows.contains { $0.contains("Message delivered to peter-test06 [") })
    let last = try #require(picture.partitions[0].position).value - 1
    #expect(rows.contains { $0.contains("Partition: 0, Offset: \(last), Received message: ") })
  }

  @Test func `a producer is run while fetches wait: they are answered at once`() throws {
    let source = try Self.atBeat("practice", "producer")
    var after = source
    after.play(toMs: source.nowMs + 500)
    #expect(after.picture.partitions.allSatisfy { ($0.position ?? Offset(0)) >= Offset(3) })
  }

  @Test func `a terminal holds no more than it can show`() throws {
    var source = try Self.source("6-8")
    source.play(toMs: source.nowMs + 120_000)
    for member in source.picture.members { #expect(member.console.entries.count < 96) }
  }
}
