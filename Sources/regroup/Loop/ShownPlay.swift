import Board
import Feed
import Narration
import Screen

/// A play on the screen: what the board remembers of it, and how its time runs.
struct ShownPlay {
  var play: Play
  var model: BoardModel
  var pace: Pace
  var mark: ChangeMark?
  var noticeUntilMs: Int64?
  /// The simulation before the last command or fork, with the future that had been played.
  var beforeCommand: (any StagedSource)?
  var snapshots: SnapshotLog?
  var record: RecordLog?

  init(
    play: Play, language: Language, glyphs: GlyphSet, wallMs: Int64, snapshots: SnapshotLog?,
    record: RecordLog? = nil
  ) {
    self.play = play
    self.snapshots = snapshots
    self.record = record
    model = BoardModel(play: play, language: language, glyphs: glyphs)
    pace = Pace(wallMs: wallMs, feedMs: play.source.nowMs)
  }

  /// How far back the log can be scrolled: in events, of which several may share a line.
  private static let logDepth = 2000

  /// What the board draws from; the log only where it is shown.
  var view: FeedView {
    let lines = model.pane == .log ? Self.logDepth : 0
    let foresees = model.pane == .messages && !model.isPlaying
    return FeedView(
      play: play, lines: lines, traffic: model.pane.showsTraffic, foresees: foresees,
      previous: mark?.before)
  }

  func frame(width: Int, height: Int) -> Frame {
    Board.render(model, view, width: width, height: height)
  }

  /// When the screen may look different next, by the wall clock; nil = only after a key.
  func nextWakeMs(width: Int) -> Int64? {
    let feedTimes = [
      pace.isPlaying ? play.source.nextEventMs : nil,
      Board.nextChangeMs(model, view, width: width),
    ]
    let times =
      feedTimes.map { $0.flatMap(pace.wallMs(atFeedMs:)) } + [mark?.untilMs, noticeUntilMs]
    return times.compactMap { $0 }.min()
  }
}
