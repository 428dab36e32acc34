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
    seed = play.source.shownSeed
    hasOneRow = !glyphs.hasHalfRows
    takeSteps(of: play)
  }

  mutating func takeSteps(of play: Play) {
    step = play.source.stepNumber
    steps = play.source.stepCount
  }
}

extension FeedView {
  /// - Parameter lines: how much of the log may be shown.
  init(play: Play, lines: Int = 0, previous: GroupPicture? = nil) {
    self.init(
      picture: play.source.picture, timeline: play.source.timeline,
      log: lines > 0 ? play.source.recentLog(lines) : [], previous: previous)
  }
}
