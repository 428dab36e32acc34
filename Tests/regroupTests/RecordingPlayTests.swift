import Feed
import Foundation
import KafkaModel
import Lessons
import Narration
import Simulation
import TestSupport
import Testing

@testable import regroup

/// What is recorded plays again as it was.
@Suite struct RecordingPlayTests {
  private static func text(_ play: Play) -> String {
    var text = Recording.header + "\n"
    text += RecordingLine.text(of: .origin(play.recordingOrigin)) + "\n"
    play.source.record { text += RecordingLine.text(of: $0) + "\n" }
    return text
  }

  private static func tape(_ text: String) throws(RecordingError) -> RecordingTape {
    var builder = RecordingTapeBuilder()
    try builder.add(Array(text.utf8)[...])
    return try builder.finish()
  }

  private static func again(_ play: Play) throws -> Play { .recording(try tape(text(play))) }

  /// The snapshot without what a recording cannot share: its own kind, and the steps, which end at
  /// moments there and at single events here.
  private static func state(_ play: Play) -> String {
    let parts = play.snapshot.components(separatedBy: "\"timeMs\"")
    return parts[1].components(separatedBy: "\"step\"")[0]
      + (parts[1].components(separatedBy: "\"state\"").dropFirst().joined())
  }

  @Test(arguments: Lessons.catalogue.map(\.number))
  func `a figure plays again as it was, step by step`(_ number: String) throws {
    var figure = Play.figure(try FigureChoice.lesson(number), seed: nil)
    let start = figure
    try figure.go(to: .step(.last))
    var again = try Self.again(figure)
    #expect(again.note == nil && again.title == figure.title)
    var first = start
    #expect(Self.state(again) == Self.state(first))
    #expect(again.source.timeline.phases == figure.source.timeline.phases)
    #expect(again.source.timeline.ribbons == figure.source.timeline.ribbons)
    #expect(again.source.recentLog(.max) == first.source.recentLog(.max))
    while let next = first.source.nextEventMs, next <= figure.source.nowMs {
      let happened = first.source.drain(toMs: next)
      _ = again.source.drain(toMs: next)
      // A snapshot of each moment takes a while.
      guard happened.contains(where: { $0.event.isStep }) else { continue }
      guard Self.state(again) == Self.state(first) else {
        Issue.record("\(number) at \(next)")
        return
      }
    }
    try again.go(to: .step(.last))
    #expect(Self.state(again) == Self.state(figure))
  }

  @Test(arguments: Lessons.catalogue.map(\.number))
  func `inside the last plan it shows what the figure shows`(_ number: String) throws {
    var figure = Play.figure(try FigureChoice.lesson(number), seed: nil)
    var first = figure
    try figure.go(to: .step(.last))
    var again = try Self.again(figure)
    while let next = first.source.nextEventMs, next <= figure.source.nowMs {
      let happened = first.source.drain(toMs: next)
      _ = again.source.drain(toMs: next)
      guard happened.contains(where: { $0.event.isStep }) else { continue }
      guard again.source.deal == first.source.deal else {
        Issue.record("\(number) at \(next): \(again.source.deal.debugDescription)")
        return
      }
    }
    #expect(again.source.deal != nil)
  }

  @Test func `with other names there is no look inside, and it says so`() throws {
    var figure = Play.figure(try FigureChoice.lesson("6-14"), seed: nil)
    try figure.go(to: .step(.last))
    var builder = RecordingTapeBuilder(anonymizer: Anonymizer())
    try builder.add(Array(Self.text(figure).utf8)[...])
    var play = Play.recording(try builder.finish())
    try play.go(to: .step(.last))
    var shown = ShownPlay(
      play: play, language: .english, glyphs: .unicode, wallMs: 0, snapshots: nil)
    _ = try shown.press(.character("i"), wallMs: 0)
    #expect(shown.model.overlay == nil && shown.model.notice == .dealUnknown)
  }

  /// The second and the third have transactions, one with a producer that stands alone.
  @Test(arguments: [1, 54, 31] as [UInt64])
  func `a seed of the swarm plays from its recording and says what broke`(seed: UInt64) throws {
    let broken = "oneCurrentReader at 1:02.003"
    let origin = RecordingOrigin(
      kind: .simulation, name: FuzzRun.recordingName, title: broken, seed: seed,
      engine: Engine.fingerprint)
    var text = Recording.header + "\n" + RecordingLine.text(of: .origin(origin)) + "\n"
    SwarmRun.record(seed: seed, lengthMs: 180_000) { text += RecordingLine.text(of: $0) + "\n" }
    var play = Play.recording(try Self.tape(text))
    #expect(play.title.english == "Random group \(seed)" && play.title.korean == "무작위 그룹 \(seed)")
    #expect(play.note?.english == "broken: \(broken)")
    try play.go(to: .step(.last))
    #expect(play.source.picture.state == .stable)
    #expect(play.source.timeline.phases.count > 3)
  }

  @Test func `keys, steps back and a changed past are in it`() {
    withEverySeed(2) { seed in
      var chance = SeededGenerator(seed: seed)
      var play = Play.sandbox(SandboxOptions(), seed: seed)
      for _ in 0..<8 {
        let slot = MemberSlot(Int(chance.int(in: 0...2)))
        let command: [Command] = [
          .kill(slot), .restart(slot), .add, .close(slot), .addPartitions("orders"),
          .changeAssignor(["sticky"]), .cutNetwork(slot), .stopPolling(slot),
        ]
        _ = play.source.perform(command[Int(chance.int(in: 0...7))])
        _ = play.source.drain(toMs: play.source.nowMs + chance.int(in: 0...20_000))
        if chance.chance(percent: 25) { _ = play.source.travel(.previousStep) }
      }
      _ = play.source.travel(.time(play.source.nowMs + 60_000))
      do {
        var again = try Self.again(play)
        _ = again.source.drain(toMs: .max)
        #expect(Self.state(again) == Self.state(play), "seed \(seed)")
      } catch {
        Issue.record("seed \(seed): \(error)")
      }
    }
  }

  @Test func `it is saved under a name of its own and never over another`() throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("regroup-recordings-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let play = Play.figure(try FigureChoice.lesson("6-4"), seed: nil)
    let first = try RecordingFile.save(play, in: folder + "/")
    let kept = try String(contentsOfFile: first, encoding: .utf8)
    let second = try RecordingFile.save(.sandbox(SandboxOptions(), seed: 1), in: folder + "/")
    let third = try RecordingFile.save(play, in: folder + "/")
    #expect(first == folder + "/regroup-6-4-1.recording")
    #expect(second == folder + "/regroup-sandbox-1.recording")
    #expect(third == folder + "/regroup-6-4-2.recording")
    #expect(try String(contentsOfFile: first, encoding: .utf8) == kept)
    #expect(kept == Self.text(play))
    #expect(throws: OutputError.self) { try RecordingFile.save(play, in: folder + "/none/") }
    #expect(try RecordingFile.read(first).cutAfterLine == nil)
  }

  @Test func `a bad file is a line that names it`() throws {
    let path = FileManager.default.temporaryDirectory
      .appendingPathComponent("regroup-bad-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    func complaint(_ text: String?) -> Failure? {
      if let text { try? Data(text.utf8).write(to: URL(fileURLWithPath: path)) }
      do throws(Failure) {
        _ = try RecordingFile.read(path)
        return nil
      } catch {
        return error
      }
    }
    #expect(complaint(nil) == .usage("\(path): No such file or directory"))
    #expect(complaint("")?.text.hasPrefix("\(path): line 1: this is no recording") == true)
    let edited = complaint("regroup-recording 1\n0 beat index=1\n7 kaboom\n8 beat index=2\n")
    #expect(edited == .usage("\(path): line 3: nothing is called 'kaboom'"))
    #expect(complaint("regroup-recording 1\n0 beat index=1\n") == nil)
    #expect(throws: Failure.self) { try RecordingFile.read("/") }
  }

  @Test func `what is special about a recording is said`() throws {
    var play = Play.figure(try FigureChoice.lesson("6-5"), seed: nil)
    _ = play.source.drain(toMs: play.source.nowMs + 5_000)
    let text = Self.text(play)
    let cut = Play.recording(try Self.tape(String(text.dropLast(9))))
    #expect(cut.note?.english.contains("cut off") == true)
    let other = Play.recording(
      try Self.tape(text.replacingOccurrences(of: Engine.fingerprint, with: "0123")))
    #expect(other.note?.english.contains("another version") == true)
    let board = ShownPlay(
      play: other, language: .korean, glyphs: .unicode, wallMs: 0, snapshots: nil)
    let rows = board.frame(width: 80, height: 24)
    #expect(rows.rowText(23).contains("다른 버전"))
    #expect(rows.rowText(0).contains("녹화"))
  }

  @Test func `at the end of a recording its clock stops and says so`() throws {
    var figure = Play.figure(try FigureChoice.lesson("6-5"), seed: nil)
    _ = figure.source.drain(toMs: figure.source.nowMs + 2_000)
    var shown = ShownPlay(
      play: try Self.again(figure), language: .english, glyphs: .unicode,
      wallMs: WallClock().nowMs - 60_000, snapshots: nil)
    try shown.advance(clock: WallClock())
    #expect(shown.play.source.isFinished && !shown.pace.isPlaying)
    #expect(shown.model.notice == .atTheEnd)
    _ = try shown.press(.character("k"), wallMs: 0)
    #expect(shown.model.notice == .refused(.lookOnly))
    _ = try shown.press(.character("<"), wallMs: 0)
    #expect(shown.play.source.nowMs == shown.play.source.endMs.map { max($0 - 10_000, $0 - 2_000) })
    _ = try shown.press(.character("w"), wallMs: 0)
    #expect(shown.model.notice == .isRecording)
  }

  @Test func `a live history stays bounded and shows the same at its end`() throws {
    var play = Play.sandbox(SandboxOptions(), seed: 3)
    let bounded = LiveHistory(most: 2_000)
    let whole = LiveHistory(most: .max)
    for _ in 0..<10 {
      _ = play.source.perform(.kill(MemberSlot(0)))
      _ = play.source.drain(toMs: play.source.nowMs + 60_000)
      _ = play.source.perform(.restart(MemberSlot(0)))
    }
    play.source.record { entry in
      if case .event(let timed) = entry {
        bounded.add([timed])
        whole.add([timed])
      }
    }
    #expect(whole.entries.count > 4_000 && bounded.entries.count < 3_000)
    #expect(bounded.count == whole.entries.count)
    func end(_ history: LiveHistory) throws -> Play {
      let lines = history.entries + [history.end(atMs: play.source.nowMs)]
      let text = lines.map { RecordingLine.text(of: $0) + "\n" }.joined()
      var play = Play.recording(try Self.tape(Recording.header + "\n" + text))
      _ = play.source.drain(toMs: .max)
      return play
    }
    #expect(Self.state(try end(bounded)) == Self.state(try end(whole)))
  }
}
