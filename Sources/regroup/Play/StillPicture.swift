import Board
import Export
import Feed
import Screen

/// One picture of a play, without a terminal.
struct StillPicture {
  let play: Play
  let size: SizeArgument
  let look: LookOptions
  /// Large, for a projector.
  let isProjected: Bool
  let theme: Theme
  /// Another one than that in which the play opens.
  var pane: Pane?

  func text(_ format: PictureFormat) -> String {
    switch format {
    case .text: FrameText.render(frame)
    case .ansi: FrameAnsi.render(frame, theme: theme)
    case .svg: FrameSvg.render(frame, theme: theme, title: title)
    case .json: play.snapshot + "\n"
    }
  }

  private var title: String {
    let number = play.caption.map { $0.figure + "  " } ?? ""
    return number + play.title[look.language]
  }

  private var frame: Frame {
    let glyphs = look.glyphs()
    var model = BoardModel(play: play, language: look.language, glyphs: glyphs)
    model.isPlaying = false
    model.isProjected = isProjected
    if let pane { model.pane = pane }
    let view = FeedView(
      play: play, lines: model.pane == .log ? .max : 0, traffic: model.pane.showsTraffic,
      foresees: model.pane == .messages)
    return Board.render(model, view, width: size.width, height: size.height)
      .translated(to: glyphs)
  }
}
