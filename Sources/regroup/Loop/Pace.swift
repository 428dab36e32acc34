import Board

/// How the feed's time follows the wall clock: from an anchor on, at a speed, or not at all.
struct Pace: Hashable, Sendable {
  private(set) var speed: Speed
  private(set) var isPlaying: Bool
  private var anchorWallMs: Int64
  private var anchorFeedMs: Int64

  init(wallMs: Int64, feedMs: Int64, speed: Speed = .normal, isPlaying: Bool = true) {
    self.speed = speed
    self.isPlaying = isPlaying
    anchorWallMs = wallMs
    anchorFeedMs = feedMs
  }

  /// The feed's time when the wall clock shows `wallMs`.
  func feedMs(atWallMs wallMs: Int64) -> Int64 {
    guard isPlaying else { return anchorFeedMs }
    return anchorFeedMs + speed.virtualMs(realMs: max(0, wallMs - anchorWallMs))
  }

  /// When the wall clock shows that a feed's time has come; nil while it stands still.
  func wallMs(atFeedMs feedMs: Int64) -> Int64? {
    guard isPlaying else { return nil }
    return anchorWallMs + speed.realMs(virtualMs: max(0, feedMs - anchorFeedMs))
  }

  /// Goes on from here: after a jump, or when the feed could not keep up.
  mutating func anchor(wallMs: Int64, feedMs: Int64) {
    anchorWallMs = wallMs
    anchorFeedMs = feedMs
  }

  /// Goes on from here in another way.
  mutating func change(
    speed newSpeed: Speed, isPlaying plays: Bool, wallMs: Int64, feedMs: Int64
  ) {
    anchor(wallMs: wallMs, feedMs: feedMs)
    speed = newSpeed
    isPlaying = plays
  }
}
