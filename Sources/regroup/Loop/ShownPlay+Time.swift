import Board
import Feed

extension ShownPlay {
  /// Lets the feed's time follow the wall clock; what was shown long enough goes.
  mutating func advance(clock: WallClock) throws(OutputError) {
    let wallMs = clock.nowMs
    if let until = mark?.untilMs, until <= wallMs { mark = nil }
    if let until = noticeUntilMs, until <= wallMs {
      noticeUntilMs = nil
      model.notice = nil
    }
    guard pace.isPlaying else { return }
    try follow(toMs: pace.feedMs(atWallMs: wallMs), wallMs: wallMs, clock: clock)
    try record?.follow(play)
    if model.capabilities.kind == .recording, play.source.isFinished { stopAtTheEnd(wallMs) }
    model.takeSteps(of: play)
  }

  /// Something else was in front of it, and its time stood still.
  mutating func stayed(wallMs: Int64) {
    pace.anchor(wallMs: wallMs, feedMs: play.source.nowMs)
  }

  /// Nothing moves any more, and the clock says so.
  private mutating func stopAtTheEnd(_ wallMs: Int64) {
    _ = Board.update(&model, .playing(false), view)
    _ = Board.update(&model, .noticed(.atTheEnd), view)
    noticeUntilMs = wallMs + Self.noticeMs
    pace.change(
      speed: pace.speed, isPlaying: false, wallMs: wallMs, feedMs: play.source.nowMs)
  }

  private mutating func follow(
    toMs: Int64, wallMs: Int64, clock: WallClock
  ) throws(OutputError) {
    let before = play.source.picture
    var log = snapshots
    var failure: OutputError?
    var sawStep = false
    var isLate = false
    var moments = 0
    play.play(toMs: toMs) { happened, now in
      sawStep = sawStep || happened.contains { $0.event.isStep }
      do throws(OutputError) {
        try log?.note(happened, now)
      } catch {
        failure = error
      }
      moments += 1
      isLate = moments % 16 == 0 && clock.nowMs - wallMs > Self.budgetMs
      return !isLate && failure == nil
    }
    snapshots = log
    if let failure { throw failure }
    // A machine that is too slow for the speed shows less of it, but keys are answered.
    if isLate { pace.anchor(wallMs: clock.nowMs, feedMs: play.source.nowMs) }
    if sawStep { note(before, wallMs: wallMs) }
  }

  /// Marks what has changed for a second, or for one frame where time runs faster.
  mutating func note(_ before: GroupPicture, wallMs: Int64) {
    let isFast = pace.speed.quarters > Speed.normal.quarters
    mark = ChangeMark(before: before, untilMs: wallMs + (isFast ? 1 : 1000))
  }

  private static let budgetMs: Int64 = 50
}
