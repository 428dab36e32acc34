import Client

extension DueTimes {
  /// The same times by another clock.
  func map(_ moment: (Int64) -> Int64) -> DueTimes {
    DueTimes(
      heartbeatMs: heartbeatMs.map(moment), pollMs: pollMs.map(moment),
      autoCommitMs: autoCommitMs.map(moment))
  }
}
