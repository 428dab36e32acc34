import Feed

/// Writes a JSON line at each change: when something happens in kind, and once a second of the
/// feed's time while only numbers run that matter: those of a live source, of a partition that
/// nobody reads, or of a lag that grows or shrinks.
struct SnapshotLog {
  private var output: Output
  private var writtenMs: Int64?
  private var writtenLag: Int64 = 0

  init(output: Output) { self.output = output }

  /// The present, whatever has changed; after the start and after a move in time.
  mutating func write(_ play: Play) throws(OutputError) {
    try output.line(play.snapshot)
    // A script that follows the file shall not wait for more.
    try output.flush()
    writtenMs = play.source.nowMs
    writtenLag = Self.lag(play)
  }

  mutating func note(_ happened: [TimedEvent], _ play: Play) throws(OutputError) {
    let isDue = writtenMs.map { play.source.nowMs - $0 >= 1000 && numbersMatter(play) } ?? true
    guard isDue || happened.contains(where: { Self.isChange($0.event) }) else { return }
    try write(play)
  }

  /// How things stand at the end, if that has not been written.
  mutating func finish(_ play: Play) throws(OutputError) {
    if writtenMs != play.source.nowMs { try write(play) }
  }

  private func numbersMatter(_ play: Play) -> Bool {
    play.isLive || play.source.picture.partitions.contains { $0.notReadSinceMs != nil }
      || abs(Self.lag(play) - writtenLag) >= max(Self.lagStep, writtenLag / 4)
  }

  /// More than a healthy lag goes up and down by between two commits, at the usual rate.
  private static let lagStep: Int64 = 30

  /// The longest of all lags.
  private static func lag(_ play: Play) -> Int64 {
    let picture = play.source.picture
    return picture.partitions.reduce(0) { max($0, $1.lag(atMs: picture.timeMs) ?? 0) }
  }

  private static func isChange(_ event: FeedEvent) -> Bool {
    switch event {
    case .doing, .beat, .group, .topic, .memberSeen, .brokerSilent, .reporting: true
    default: event.isStep || event.isLogged
    }
  }
}
