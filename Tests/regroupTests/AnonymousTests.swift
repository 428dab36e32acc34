import Board
import Export
import Feed
import Foundation
import KafkaModel
import Lessons
import Narration
import Screen
import Simulation
import Testing

@testable import regroup

/// With --anonymize no name reaches a screen, a line or a file.
@Suite struct AnonymousTests {
  private static let words = ["quokka", "walrus", "ibex"]

  private func leaks(_ text: String) -> [String] {
    Self.words.filter { text.lowercased().contains($0) }
  }

  /// A lesson with names that no sentence of ours has.
  private func renamed(_ lesson: Lesson) -> Lesson {
    func topic(_ name: TopicName) -> TopicName { TopicName("quokka-\(name.text)") }
    func entry(_ entry: ScriptEntry) -> ScriptEntry {
      var entry = entry
      switch entry.command {
      case .addPartitions(let name): entry.command = .addPartitions(topic(name))
      case .subscribe(let slot, let names): entry.command = .subscribe(slot, names.map(topic))
      default: break
      }
      return entry
    }
    var lesson = lesson
    lesson.scenario.groupId = "ibex-group"
    lesson.scenario.consumer.groupId = "ibex-group"
    for index in lesson.scenario.topics.indices {
      lesson.scenario.topics[index].name = topic(lesson.scenario.topics[index].name)
    }
    for index in lesson.scenario.members.indices {
      let member = lesson.scenario.members[index]
      lesson.scenario.members[index].name = "walrus-\(member.name)"
      lesson.scenario.members[index].clientId = ClientId("walrus-\(member.clientId)")
      lesson.scenario.members[index].instanceId = member.instanceId.map {
        InstanceId("walrus-\($0)")
      }
      lesson.scenario.members[index].topics = member.topics.map(topic)
    }
    lesson.scenario.transform?.output.name = "quokka-output"
    for index in lesson.scenario.producers.indices {
      let producer = lesson.scenario.producers[index]
      lesson.scenario.producers[index] = ScenarioProducer(
        "walrus-\(producer.name)",
        transactionalId: TransactionalId("walrus-\(producer.transactionalId)"),
        topic: topic(producer.topic), timeoutMs: producer.timeoutMs, startMs: producer.startMs)
    }
    lesson.scenario.prologue = lesson.scenario.prologue.map(entry)
    lesson.scenario.script = lesson.scenario.script.map(entry)
    lesson.caption.footnote = Localized(
      english: "of walrus-\(lesson.scenario.members[0].name.dropFirst(7)).", korean: "")
    return lesson
  }

  private func recording(_ play: Play) -> String {
    var text = Recording.header + "\n"
    text += RecordingLine.text(of: .origin(play.recordingOrigin)) + "\n"
    play.source.record { text += RecordingLine.text(of: $0) + "\n" }
    return text
  }

  /// All that a play can show or write, by the name of the way out.
  private func outlets(_ start: Play) throws -> [(name: String, text: String)] {
    var found: [(name: String, text: String)] = []
    var play = start
    let look = try LookOptions.parse(["--lang", "en"])
    let theme = Theme(shade: .dark, depth: .mono)
    func stills() {
      for pane in Pane.allCases {
        let picture = StillPicture(
          play: play, size: SizeArgument(width: 160, height: 60), look: look, isProjected: false,
          theme: theme, pane: pane)
        found.append(("pane \(pane.name)", picture.text(.text)))
      }
      let picture = StillPicture(
        play: play, size: .standard, look: look, isProjected: true, theme: theme)
      found.append(("projection", picture.text(.svg)))
      found.append(("snapshot", picture.text(.json)))
    }
    stills()
    let text = PlainText(language: .korean)
    play.play(toMs: play.source.endMs ?? play.source.nowMs + 40_000) { happened, now in
      found.append(("log", text.lines(of: happened, in: now.source).joined(separator: "\n")))
      if happened.contains(where: { $0.event.isStep }) {
        found.append(("status", text.status(of: now.source).joined(separator: "\n")))
        found.append(("snapshot", now.snapshot))
      }
      return !now.source.isFinished
    }
    stills()
    found.append(("title", play.title.english + (play.caption?.footnote?.english ?? "")))
    found.append(("markdown", TimelineDocument(play: start, language: .english).text))
    return found
  }

  @Test(arguments: Lessons.catalogue.map(\.number))
  func `a lesson tells no name on any way out`(_ number: String) throws {
    let lesson = renamed(try FigureChoice.lesson(number))
    let play = Play.figure(lesson, seed: nil, anonymizer: Anonymizer())
    for (name, text) in try outlets(play) {
      #expect(leaks(text).isEmpty, "\(name): \(text)")
    }
    var end = play
    try end.go(to: .step(.last))
    #expect(leaks(recording(end)).isEmpty)
    #expect(recording(end).contains("member-1") && recording(end).contains("group-1"))
  }

  @Test func `every way out would be caught`() throws {
    let lesson = renamed(try FigureChoice.lesson("6-12"))
    let found = try outlets(.figure(lesson, seed: nil))
    let caught = found.filter { !leaks($0.text).isEmpty }.map(\.name)
    // Settings are numbers, in this lesson and most.
    let names = Set(found.map(\.name)).subtracting(["pane settings"])
    #expect(names.subtracting(caught).isEmpty, "\(names.subtracting(caught))")
    // All but the names is the same.
    let hidden = try outlets(.figure(lesson, seed: nil, anonymizer: Anonymizer()))
    #expect(hidden.map(\.name) == found.map(\.name))
  }

  @Test(arguments: ["6-7-late", "6-12", "6-14"])
  func `a recording with names is played and exported without them`(_ number: String) throws {
    var figure = Play.figure(renamed(try FigureChoice.lesson(number)), seed: nil)
    try figure.go(to: .step(.last))
    let text = recording(figure)
    #expect(leaks(text).count == 3)
    var builder = RecordingTapeBuilder(anonymizer: Anonymizer())
    try builder.add(Array(text.utf8)[...])
    let play = Play.recording(try builder.finish())
    for (name, text) in try outlets(play) {
      #expect(leaks(text).isEmpty, "\(name): \(text)")
    }
    // A drive's title names brokers, topics and the group.
    var other = RecordingTapeBuilder(anonymizer: Anonymizer())
    let drive = RecordingOrigin(
      kind: .drive, name: "drive", title: "ibex-group at walrus:9092", engine: "x")
    let lines = text.split(separator: "\n")
    let changed =
      ([lines[0], Substring(RecordingLine.text(of: .origin(drive)))] + lines.dropFirst(2))
      .joined(separator: "\n")
    try other.add(Array(changed.utf8)[...])
    #expect(leaks(Play.recording(try other.finish()).title.english).isEmpty)
  }

  @Test func `keys act on who is meant, and comparing shows no name`() throws {
    let lesson = renamed(try FigureChoice.lesson("6-12"))
    var shown = ShownPlay(
      play: .figure(lesson, seed: nil, anonymizer: Anonymizer()), language: .english,
      glyphs: .unicode, wallMs: 0, snapshots: nil)
    let before = shown.play.source.picture.partitions.count
    for key: Key in [.character("P"), .character("a"), .character("k"), .character("A")] {
      _ = try shown.press(key, wallMs: 0)
      _ = shown.play.source.drain(toMs: shown.play.source.nowMs + 5000)
    }
    #expect(shown.play.source.picture.partitions.count == before + 1)
    #expect(shown.play.source.picture.members.count == 4)
    #expect(leaks(recording(shown.play)).isEmpty)
    #expect(leaks(FrameText.render(shown.frame(width: 120, height: 40))).isEmpty)
    let source = try #require(shown.play.source as? SimulationSource)
    let deal = try #require(source.deal)
    #expect(leaks("\(deal)").isEmpty && !deal.moves.isEmpty)
    let compared = ShownComparison(
      ComparedLesson(of: nil, scenario: source.scenario, seed: source.seed), board: shown.model,
      wallMs: 0, anonymizer: source.anonymizer)
    let frame = FrameText.render(compared.frame(width: 120, height: 40))
    #expect(leaks(frame).isEmpty && frame.contains("member-1"))
  }
}
