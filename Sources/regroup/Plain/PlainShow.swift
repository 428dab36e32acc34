import Feed
import Narration
import Screen

/// Plays without a screen and prints what happens, line by line.
struct PlainShow {
  var play: Play
  let text: PlainText
  var output: Output
  var snapshots: SnapshotLog?
  private let glyphs: GlyphSet
  private var record: RecordLog?
  /// Only what happens, a line per event.
  let isTranscript: Bool
  private var lastStatus: [String] = []

  init(
    play: Play, look: LookOptions, output: Output, snapshots: SnapshotLog?,
    record: RecordLog? = nil, isTranscript: Bool = false
  ) {
    self.record = record
    self.isTranscript = isTranscript
    self.play = play
    self.text = PlainText(language: look.language)
    glyphs = look.glyphs()
    self.output = output
    self.snapshots = snapshots
  }

  /// The heading and what is true at the start; in a transcript, how it came to be.
  mutating func open() throws {
    if !isTranscript {
      try write(heading)
      if let note = play.note { try write("  " + note[text.language]) }
    }
    try snapshots?.write(play)
    if isTranscript {
      try tellLines(play.source.recentLog(.max), play.source)
    } else {
      try status()
    }
    try output.flush()
  }

  private var heading: String {
    let figure = play.caption.map { $0.figure.isEmpty ? "" : $0.figure + "  " } ?? ""
    let kind = text.language.figure.source(play.source.capabilities.kind)
    let seed = play.source.shownSeed.map { "  " + text.language.figure.seed($0) } ?? ""
    return figure + play.title[text.language] + "  (\(kind)\(seed))"
  }

  /// Virtual time at full speed, until the script is over or `untilMs` is reached.
  mutating func run(untilMs: Int64, stopsAtEnd: Bool) throws {
    var play = self.play
    // What has been played before somebody goes away is there to be recorded.
    defer { self.play = play }
    try play.play(toMs: untilMs) { happened, now in
      try tell(happened, now)
      return !(stopsAtEnd && now.source.isFinished)
    }
    try record?.follow(play)
    try output.flush()
  }

  /// The end of the time that was asked for.
  mutating func finish() throws { try snapshots?.finish(play) }

  /// Plays, and ends what --record asked for even where the lines find no reader any more.
  mutating func recorded(_ body: (inout PlainShow) throws -> Void) throws {
    do {
      try body(&self)
    } catch {
      try endRecording()
      throw error
    }
    try endRecording()
  }

  /// Ends what --record asked for.
  mutating func endRecording() throws(OutputError) { try record?.finish(play) }

  /// What has just happened, and what is true now if that is something else.
  mutating func tell(_ happened: [TimedEvent], _ now: Play) throws {
    try snapshots?.note(happened, now)
    try tellLines(happened, now.source)
    if isTranscript { return }
    if happened.contains(where: { $0.event.isStep || Self.isHealth($0.event) }) {
      try status(now.source)
      // Whoever reads along sees each step when it comes, before the next snapshot.
      try output.flush()
    }
  }

  private mutating func tellLines(_ happened: [TimedEvent], _ source: any StagedSource) throws {
    for line in text.lines(of: happened, in: source) { try write(line) }
  }

  private static func isHealth(_ event: FeedEvent) -> Bool {
    if case .health = event { true } else { false }
  }

  private mutating func status() throws { try status(play.source) }

  private mutating func status(_ source: any StagedSource) throws {
    let lines = text.status(of: source)
    guard lines != lastStatus else { return }
    lastStatus = lines
    for line in lines { try write(line) }
    try write("")
  }

  private mutating func write(_ line: String) throws { try output.line(glyphs.translate(line)) }
}
