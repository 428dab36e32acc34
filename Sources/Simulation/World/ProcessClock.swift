/// A process's clock beside the coordinator's: it shows another time and goes at another pace.
struct ProcessClock: Hashable, Sendable {
  /// What it is ahead by at 0 ms; it shows no time before 0.
  var aheadMs: Int64 = 0
  /// Of 1,000 ms, how many it gains; negative: loses.
  var gainPerMille: Int64 = 0

  /// What it shows at that time of the world.
  func reading(atMs ms: Int64) -> Int64 {
    gainPerMille == 0 ? aheadMs + ms : aheadMs + ms * (1000 + gainPerMille) / 1000
  }

  /// The first moment of the world at which it shows that much.
  func moment(of readingMs: Int64) -> Int64 {
    let passedMs = max(0, readingMs - aheadMs)
    if gainPerMille == 0 { return passedMs }
    let pace = 1000 + gainPerMille
    return (passedMs * 1000 + pace - 1) / pace
  }
}
