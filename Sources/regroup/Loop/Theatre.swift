import Board
import Feed
import Lessons
import Narration
import Screen

/// What is on: the home screen, or a play in front of it.
///
/// What is in front is left by Esc, and what is behind it stands still until then.
struct Theatre {
  /// Nil where a figure was asked for by name: Esc then has nowhere to go.
  var home: HomeModel?
  var shown: ShownPlay?
  /// In front of what is shown, which goes on from where it was left.
  var compared: ShownComparison?
  /// One world of the comparison, in front of it.
  var opened: ShownPlay?
  var language: Language
  let glyphs: GlyphSet
  /// What is shown was chosen from a list, to which one goes back.
  var hasList = false
  /// Said of the first play that has nothing of its own to say.
  var firstNotice: Localized?
  let repertoire: Repertoire
  /// What ended sources could not clean up, in words.
  private(set) var leftovers: [String] = []

  init(home: HomeModel?, language: Language, glyphs: GlyphSet, repertoire: Repertoire) {
    self.home = home
    self.language = language
    self.glyphs = glyphs
    self.repertoire = repertoire
  }

  mutating func show(
    _ play: Play, snapshots: SnapshotLog?, record: RecordLog? = nil, clock: WallClock
  ) throws(OutputError) {
    shown = ShownPlay(
      play: play, language: language, glyphs: glyphs, wallMs: clock.nowMs, snapshots: snapshots,
      record: record)
    shown?.model.hasHome = home != nil || hasList
    if let firstNotice, shown?.model.notice == nil {
      shown?.say(firstNotice, wallMs: clock.nowMs)
      self.firstNotice = nil
    }
    try shown?.snapshots?.write(play)
  }

  mutating func advance(clock: WallClock) throws(OutputError) {
    if opened != nil {
      try opened?.advance(clock: clock)
    } else if compared != nil {
      compared?.advance(clock: clock)
    } else {
      try shown?.advance(clock: clock)
    }
  }

  func frame(width: Int, height: Int) -> Frame {
    let frame =
      opened?.frame(width: width, height: height)
      ?? compared?.frame(width: width, height: height)
      ?? shown?.frame(width: width, height: height)
      ?? home.map { Home.render($0, width: width, height: height) }
      ?? Frame(width: width, height: height)
    return frame.translated(to: glyphs)
  }

  func nextWakeMs(width: Int) -> Int64? {
    if let opened { return opened.nextWakeMs(width: width) }
    return compared.map(\.nextWakeMs) ?? shown?.nextWakeMs(width: width)
  }

  var arrivalDescriptor: Int32? { shown?.play.source.arrivalDescriptor }

  /// Why what was asked for on the command line cannot be shown at all.
  var finalFailure: SourceFailure? {
    guard home == nil, let failure = shown?.play.source.failure, failure.isFinal else { return nil }
    return failure
  }

  /// Ends what is shown, if anything.
  ///
  /// - Parameter say: gets a line where that takes its time; only for a terminal given back.
  mutating func strike(saying say: @escaping @Sendable (String) -> Void = { _ in }) {
    if var ended = shown {
      leftovers += ended.endRecording()
      leftovers += ended.play.source.shutDown(saying: say)
    }
    shown = nil
  }
}
