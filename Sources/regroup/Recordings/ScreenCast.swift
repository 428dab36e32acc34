import Board
import Export
import Feed
import Screen

/// A play from its start to its end, as a terminal would have shown it at normal speed.
struct ScreenCast {
  private var play: Play
  private let size: SizeArgument
  private let glyphs: GlyphSet
  private var model: BoardModel
  private var cast: Asciicast
  private var mark: (before: GroupPicture, untilMs: Int64)?

  /// At most ten frames a second.
  private static let frameMs: Int64 = 100

  init(play: Play, size: SizeArgument, look: LookOptions, theme: Theme) {
    self.play = play
    self.size = size
    glyphs = look.glyphs()
    model = BoardModel(play: play, language: look.language, glyphs: glyphs)
    model.notice = nil
    cast = Asciicast(theme: theme)
  }

  mutating func write(to output: inout Output) throws(OutputError) {
    let number = play.caption.map { $0.figure + "  " } ?? ""
    try output.line(
      Asciicast.header(
        width: size.width, height: size.height, title: number + play.title[model.language]))
    let startMs = play.source.nowMs
    let endMs = play.source.endMs ?? startMs
    var atMs = -Self.frameMs
    while true {
      let nowMs = play.source.nowMs
      // The last moment may come sooner than a frame may.
      atMs = max(nowMs - startMs, atMs + Self.frameMs)
      if let line = cast.line(frame, atMs: atMs) { try output.line(line) }
      guard nowMs < endMs || !play.source.isFinished else { return }
      advance(toMs: max(nowMs + Self.frameMs, nextMs(endMs)))
    }
  }

  private var view: FeedView { FeedView(play: play, previous: mark?.before) }

  private var frame: Frame {
    Board.render(model, view, width: size.width, height: size.height).translated(to: glyphs)
  }

  private func nextMs(_ endMs: Int64) -> Int64 {
    let times = [
      play.source.nextEventMs, Board.nextChangeMs(model, view, width: size.width), mark?.untilMs,
    ]
    return times.compactMap { $0 }.min() ?? endMs
  }

  private mutating func advance(toMs: Int64) {
    let before = play.source.picture
    let happened = play.source.drain(toMs: toMs)
    if let until = mark?.untilMs, until <= play.source.nowMs { mark = nil }
    if happened.contains(where: { $0.event.isStep }) {
      mark = (before, play.source.nowMs + 1000)
    }
    model.takeSteps(of: play)
  }
}
