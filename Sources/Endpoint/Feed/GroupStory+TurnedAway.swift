import Feed

/// Who never gets as far as a request.
extension GroupStory {
  /// A client that tries again and again is told of once in a while.
  private static let quietMs: Int64 = 10_000

  func turnedAway(host: String, _ why: TurnedAway) {
    if let told = toldTurnedAway, told.host == host, told.why == why,
      nowMs < told.atMs + Self.quietMs
    {
      return
    }
    toldTurnedAway = (host, why, nowMs)
    emit(.turnedAway(host: host, why))
  }
}
