import Feed
import KafkaModel
import Lessons
import Simulation
import Testing

/// The lesson in which a group comes to be.
struct RegistrationTests {
  private static func lesson() throws -> Lesson { try #require(Lessons.find("registration")) }

  private static func source(seed: UInt64 = 1) throws -> SimulationSource {
    SimulationSource(scenario: try lesson().scenario, seed: seed)
  }

  private static func end(seed: UInt64) throws -> SimulationSource {
    var source = try source(seed: seed)
    while !source.isOver, let next = source.nextEventMs { source.play(toMs: next) }
    return source
  }

  private typealias Sent = (atMs: Int64, slot: MemberSlot, message: GroupMessage)

  private static func messages(_ source: SimulationSource) -> [Sent] {
    source.traffic.compactMap { timed in
      guard case .message(let slot, let message) = timed.event else { return nil }
      return (timed.timeMs, slot, message)
    }
  }

  @Test func `it begins before anybody is there`() throws {
    let source = try Self.source()
    #expect(source.picture.beat == 0 && source.nowMs < 1000)
    #expect(source.picture.state == nil && source.traffic.isEmpty)
    #expect(source.picture.members.allSatisfy { !$0.isRunning && $0.memberId == nil })
  }

  @Test func `each message comes in the order that the protocol has`() throws {
    for seed in UInt64(1)...4 {
      let source = try Self.end(seed: seed)
      for slot in 0..<3 {
        let own = Self.messages(source).filter {
          $0.slot == MemberSlot(slot) && !$0.message.isRoutine
        }
        let sent = own.map { "\($0.message.api) \($0.message.way.rawValue) \($0.message.error)" }
        #expect(sent.sorted().count == 14, "\(sent)")
        let joins = own.filter { $0.message.api == .joinGroup }.map(\.message)
        #expect(joins.map(\.error) == [.none, .memberIdRequired, .none, .none])
        #expect(joins[0].text("member_id") == "")
        // It comes back with the id that it was given.
        #expect(joins[1].text("member_id") == joins[2].text("member_id"))
        let order = own.filter { $0.message.way == .request }.map(\.message.api)
        #expect(
          order.filter { $0 != .metadata } == [
            .findCoordinator, .joinGroup, .joinGroup, .syncGroup, .offsetFetch, .listOffsets,
          ])
      }
    }
  }

  @Test func `the first that joins leads, and only the leader is told who is there`() throws {
    for seed in UInt64(1)...4 {
      let source = try Self.end(seed: seed)
      #expect(source.picture.leader == MemberSlot(1))
      for (_, slot, message) in Self.messages(source) {
        let isAnswer = message.way == .response && message.error == .none
        if message.api == .joinGroup, isAnswer {
          #expect(message.count("member") == (slot == MemberSlot(1) ? 3 : 0))
        }
        if message.api == .syncGroup, message.way == .request {
          #expect(message.count("assignment_of") == (slot == MemberSlot(1) ? 3 : 0))
        }
      }
    }
  }

  /// Nobody is answered before the initial delay is over, which those who came later extended.
  @Test func `an empty group waits, and longer as members arrive`() throws {
    for seed in UInt64(1)...4 {
      let source = try Self.end(seed: seed)
      let all = Self.messages(source)
      let second = try #require(
        all.filter { $0.message.api == .joinGroup && $0.message.way == .request }
          .first { $0.message.text("member_id") != "" })
      let delayMs = source.scenario.broker.initialRebalanceDelayMs
      let arrivedMs = second.atMs + 500
      let answered = all.filter {
        $0.message.api == .joinGroup && $0.message.way == .response && $0.message.error == .none
      }
      #expect(answered.count == 3)
      for answer in answered { #expect(answer.atMs > arrivedMs + delayMs + 1000) }
    }
  }

  @Test func `a stop of all begins the lesson anew`() throws {
    var source = try Self.end(seed: 1)
    #expect(source.perform(.changeAssignor(["sticky"])) == .done)
    var beats: [Int] = []
    for _ in 0..<400 where beats.last != 8 {
      _ = source.travel(.nextStep)
      if let beat = source.picture.beat, beat != beats.last { beats.append(beat) }
    }
    #expect(beats == Array(0..<9))
  }
}
