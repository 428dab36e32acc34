import Feed

/// Writes a JSON line at each change: when something happens in kind, and once a second of the
/// feed's time while only numbers run that matter: those of a live source, or of a partition that
/// nobody reads.
struct SnapshotLog {
  private var output: Output
  private var writtenMs: Int64?

  init(output: Output) { self.output = output }

  /// The present, whatever has changed; after the start and after a move in time.
  mutating func write(_ play: Play) throws(OutputError) {
    try output.line(play.snapshot)
    // A script that follows the file shall not wait for more.
    try output.flush()
    writtenMs = play.source.nowMs
  }

  mutating func note(_ happened: [TimedEvent], _ play: Play) throws(OutputError) {
    let isDue = writtenMs.map { play.source.nowMs - $0 >= 1000 && Self.numbersMatter(play) } ?? true
    guard isDue || happened.contains(where: { Self.isChange($0.event) }) else { return }
    try write(play)
  }

  /// How things stand at the end, if that has not been written.
  mutating func finish(_ play: Play) throws(OutputError) {
    if writtenMs != play.source.nowMs { try write(play) }
  }

  private static func numbersMatter(_ play: Play) -> Bool {
    play.isLive || play.source.picture.partitions.contains { $0.notReadSinceMs != nil }
  }

  private static func isChange(_ event: FeedEvent) -> Bool {
    switch event {
    case .doing, .beat, .group, .topic, .memberSeen, .brokerSilent, .reporting: true
    default: event.isStep || event.isLogged
    }
  }
}
