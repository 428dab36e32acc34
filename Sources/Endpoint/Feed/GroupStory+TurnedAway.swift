import Feed

/// Who never gets as far as a request.
extension GroupStory {
  /// A client that tries again and again is told of once in a while.
  private static let quietMs: Int64 = 10_000

  func turnedAway(host: String, _ why: TurnedAway) {
    let told = toldTurnedAway
    let isKnown = told.map { $0.host == host && $0.why == why && nowMs < $0.atMs + Self.quietMs }
    if isKnown ?? false { return }
    toldTurnedAway = (host, why, nowMs)
    emit(.turnedAway(host: host, why))
  }
}
