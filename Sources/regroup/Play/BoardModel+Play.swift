import Board
import Feed
import Narration
import Screen

extension BoardModel {
  /// What the screen knows of a play from the start.
  init(play: Play, language: Language, glyphs: GlyphSet) {
    self.init(
      language: language, capabilities: play.source.capabilities, title: play.title[language])
    caption = play.caption
    if let lesson = play.lesson { pane = Pane(lesson.pane) ?? .picture }
    seed = play.source.shownSeed
    asking = play.source.asking
    if play.source.capabilities.kind == .recording { notice = play.note.map { .note($0) } }
    hasOneRow = !glyphs.hasHalfRows
    takeSteps(of: play)
  }

  mutating func takeSteps(of play: Play) {
    step = play.source.stepNumber
    steps = play.source.stepCount
  }
}

extension FeedView {
  /// - Parameters:
  ///   - lines: how much of the log may be shown.
  ///   - traffic: whether messages and written records are shown.
  ///   - foresees: whether messages to come are, which takes playing ahead.
  init(
    play: Play, lines: Int = 0, traffic: Bool = false, foresees: Bool = false,
    previous: GroupPicture? = nil
  ) {
    self.init(
      picture: play.source.picture, timeline: play.source.timeline,
      log: lines > 0 ? play.source.recentLog(lines) : [],
      traffic: traffic ? play.source.traffic : [],
      coming: foresees ? play.source.comingTraffic : [], previous: previous)
  }
}
