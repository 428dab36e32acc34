import KafkaModel
import TestSupport
import Testing

@testable import Feed

/// What a recording becomes when it is read, and how one goes through it.
@Suite struct ReplayTests {
  private static func tape(
    _ text: String, piece: Int = 1 << 16
  ) throws(RecordingError) -> RecordingTape {
    let bytes = Array(text.utf8)
    var builder = RecordingTapeBuilder(keyframeEvents: 64, mostHistory: 200_000)
    for start in stride(from: 0, to: bytes.count, by: piece) {
      try builder.add(bytes[start..<min(bytes.count, start + piece)])
    }
    return try builder.finish()
  }

  private static func fault(_ text: String) -> RecordingError? {
    do throws(RecordingError) {
      _ = try tape(text)
      return nil
    } catch {
      return error
    }
  }

  /// A long course of events that fit each other no better than a foreign file's would.
  private static func course(seed: UInt64, count: Int) -> [TimedEvent] {
    var random = RandomEvents(seed: seed, isNarrow: true)
    var reader = RecordingReader()
    _ = try? reader.read(Recording.header)
    var timeMs: Int64 = 0
    var events: [TimedEvent] = []
    while events.count < count {
      let kind = Int(random.random.int(in: 0...Int64(RandomEvents.kinds - 1)))
      let timed = TimedEvent(timeMs, random.event(kind))
      guard (try? reader.read(RecordingLine.text(of: timed))) != nil else { continue }
      events.append(timed)
      timeMs += random.random.chance(percent: 40) ? 0 : random.random.int(in: 1...300)
    }
    return events
  }

  private static func essence(_ picture: GroupPicture) -> [AnyHashable] {
    [
      picture.timeMs, picture.state, picture.stateSinceMs, picture.generation, picture.leader,
      picture.members, picture.partitions, picture.rebalance, picture.regrouping, picture.health,
      picture.isBlind, picture.beat, picture.facts, picture.joinDueMs, picture.syncDueMs,
      picture.initialDelayDueMs, picture.freshMs,
    ]
  }

  @Test func `any way through a recording ends where straight play ends`() throws {
    try withEverySeed(4) { seed in
      let events = Self.course(seed: seed, count: 1_200)
      var chance = SeededGenerator(seed: seed)
      let tape = try Self.tape(Recording.text(events))
      var wandering = RecordingSource(tape)
      for _ in 0..<12 {
        switch chance.int(in: 0...4) {
        case 0: _ = wandering.travel(.nextStep)
        case 1: _ = wandering.travel(.previousStep)
        case 2: _ = wandering.travel(.step(Int(chance.int(in: 0...Int64(wandering.lastStep)))))
        case 3: _ = wandering.travel(.time(chance.int(in: 0...tape.endMs + 9)))
        default: wandering.drain(toMs: wandering.nowMs + chance.int(in: 0...40_000))
        }
        var straight = Fold(events.filter { $0.timeMs <= wandering.nowMs })
        straight.picture.advance(toMs: wandering.nowMs)
        #expect(
          Self.essence(wandering.picture) == Self.essence(straight.picture), "seed \(seed)")
      }
      #expect(tape.keyframes.count > 1)
    }
  }

  @Test func `steps go on to the end and back to the start`() throws {
    var source = RecordingSource(try Self.tape(Recording.text(Story.whole)))
    var times: [Int64] = [source.nowMs]
    while source.travel(.nextStep) { times.append(source.nowMs) }
    #expect(
      times == [
        0, 10, 50, 60, 80, 100, 1_000, 11_000, 11_500, 11_600, 11_800, 11_900, 12_000, 12_100,
      ])
    #expect(source.isOver && source.step == source.lastStep)
    var back = [source.nowMs]
    while source.travel(.previousStep) { back.append(source.nowMs) }
    #expect(back == times.reversed())
    #expect(source.perform(.add) == .refused(.lookOnly))
  }

  @Test func `the log holds what has happened up to now`() throws {
    var source = RecordingSource(try Self.tape(Recording.text(Story.whole)))
    _ = source.travel(.time(1_000))
    let logged = Story.whole.filter { $0.event.isLogged && $0.timeMs <= 1_000 }
    #expect(source.log(last: .max) == logged)
    #expect(source.log(last: 2) == logged.suffix(2))
  }

  @Test func `what is packed comes out as it was`() throws {
    withEverySeed(6) { seed in
      let events = Self.course(seed: seed, count: 400)
      var packed = PackedEvents()
      for event in events { packed.append(event) }
      #expect((0..<packed.count).map { packed[$0] } == events, "seed \(seed)")
    }
  }

  @Test func `times of any distance, and many pages of them, come out as they were`() {
    var chance = SeededGenerator(seed: 1)
    var timeMs: Int64 = 0
    let events = (0..<40_000).map { number in
      timeMs += number % 1000 == 0 ? chance.int(in: 0...1_000_000_000) : chance.int(in: 0...9)
      return TimedEvent(timeMs, .heartbeat(MemberSlot(number % 10_000)))
    }
    var packed = PackedEvents()
    for event in events { packed.append(event) }
    #expect((0..<packed.count).allSatisfy { packed[$0] == events[$0] })
    for index in stride(from: 0, to: events.count, by: 997) {
      let upTo = packed.count(upToMs: events[index].timeMs)
      #expect(upTo > index && (upTo == events.count || events[upTo].timeMs > events[index].timeMs))
    }
  }

  @Test func `heartbeats that are alike are kept once, and told each for itself`() {
    func beat(_ timeMs: Int64, _ slot: Int, _ generation: Int64, _ error: ErrorCode? = nil)
      -> TimedEvent
    {
      let message =
        error.map { GroupMessage(api: .heartbeat, way: .response, error: $0) }
        ?? GroupMessage(
          api: .heartbeat, way: .request, fields: [.init("generation_id", .number(generation))])
      return TimedEvent(timeMs, .message(MemberSlot(slot), message))
    }
    let events = [
      beat(0, 0, 1), beat(1, 1, 1), beat(2, 0, 1, ErrorCode.none), beat(3, 0, 1), beat(4, 0, 2),
      beat(5, 1, 1), beat(6, 0, 2, .rebalanceInProgress), beat(7, 0, 2), beat(8, 0, 1),
    ]
    var packed = PackedEvents()
    for event in events { packed.append(event) }
    #expect((0..<packed.count).map { packed[$0] } == events)
  }

  @Test func `a file cut off anywhere plays up to its last whole line`() throws {
    let whole = Recording.text(Story.whole) + "12100 end\n"
    let bytes = Array(whole.utf8)
    #expect(try Self.tape(whole).cutAfterLine == nil)
    for length in 0..<bytes.count {
      let cut = String(decoding: bytes[..<length], as: UTF8.self)
      let lines = cut.utf8.count { $0 == 0x0A }
      do throws(RecordingError) {
        let tape = try Self.tape(cut, piece: 7)
        #expect(tape.cutAfterLine == lines)
        #expect((0..<tape.eventCount).map { tape.events[$0] } == Array(Story.whole[..<(lines - 1)]))
      } catch {
        #expect(lines < 2 && [.noHeader, .nothingHappens].contains(error.fault), "\(length)")
      }
    }
  }

  @Test func `origin, commands and end are read`() throws {
    let origin = RecordingOrigin(
      kind: .simulation, name: "6-5", title: "a = b", seed: .max, engine: "00ff")
    let lines = [
      Recording.header, RecordingLine.text(of: .origin(origin)), "0 beat index=0", "4 start",
      "9 !kill slot=0", "9 beat index=1", "70 end",
    ]
    let tape = try Self.tape(lines.joined(separator: "\r\n") + "\r\n")
    #expect(tape.origin == origin && tape.startMs == 4 && tape.endMs == 70)
    #expect(tape.commands.map(\.command) == [.kill(MemberSlot(0))])
    var source = RecordingSource(tape)
    #expect(source.nowMs == 4 && source.picture.beat == 0)
    source.drain(toMs: 1_000)
    #expect(source.nowMs == 70 && source.isOver && source.picture.beat == 1)
  }

  @Test func `files that are none are refused with their line`() {
    for (text, line, fault) in [
      ("", 1, LineFault.noHeader), ("\n", 1, .noHeader), ("\u{0}\u{1}\n\u{2}", 1, .noHeader),
      (String(repeating: "\u{0}", count: RecordingLimits.lineBytes + 1), 1, .noHeader),
      ("regroup-recording 2\n", 1, .unknownVersion("2")),
      ("regroup-recording 1\n", 1, .nothingHappens),
      ("regroup-recording 1\n5 end\n", 2, .nothingHappens),
      (
        "regroup-recording 1\n" + String(repeating: "x", count: RecordingLimits.lineBytes + 1), 2,
        .tooLong
      ),
    ] {
      #expect(Self.fault(text) == RecordingError(line: line, fault: fault), "\(text.prefix(30))")
    }
    for fault: LineFault in [.unknownName("\u{1b}[2J"), .surplus("\u{9b}\u{7}")] {
      #expect(!"\(fault)".unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x9b })
    }
  }

  @Test func `few lines cannot make a history without end`() {
    var lines = [Recording.header, "0 topic name=t partitions=5000"]
    for time in 1...60 { lines.append("\(time) broker\(time % 2 == 0 ? "Answered" : "Silent")") }
    lines.insert("0 groupState state=Stable generation=1", at: 2)
    for time in 100...400 {
      let state = time % 2 == 0 ? "PreparingRebalance" : "Stable"
      lines.append("\(time) groupState state=\(state) generation=1")
    }
    #expect(Self.fault(lines.joined(separator: "\n") + "\n")?.fault == .tooMuchHistory)
  }
}
