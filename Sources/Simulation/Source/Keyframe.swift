import Feed

/// A place to come back to: the world and its picture after a tick.
struct Keyframe: Sendable {
  var tick: Int64
  var timeMs: Int64
  var world: World
  var picture: GroupPicture
}

extension SimulationSource {
  /// Remembers the present; of too many, every other one goes.
  mutating func keep() {
    guard keyframes.last.map({ $0.tick < tick }) ?? true else { return }
    keyframes.append(Keyframe(tick: tick, timeMs: nowMs, world: world, picture: picture))
    if keyframes.count > Self.keyframeLimit {
      let first = keyframes[0]
      keyframes =
        [first] + keyframes.indices.dropFirst().filter { $0 % 2 == 0 }.map { keyframes[$0] }
    }
  }

  private static let keyframeLimit = 128
}
