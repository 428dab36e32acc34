/// A bug put in on purpose between coordinator and storm.
enum StormPlant: Hashable, Sendable, CaseIterable {
  /// Some answers are given twice.
  case answersTwice
  /// A heartbeat is answered with a code that only JoinGroup has.
  case wrongError
  /// Some answers that were waited for are never given.
  case losesAnswers
  /// Some records are told of that are not in the log.
  case losesRecords
  /// A fetch that waits for stable offsets is told of unstable ones.
  case neverUnstable
  /// Offsets of transactions are told of that are not in the log.
  case losesPending
  /// The checker is shown a group whose leader has just gone.
  case staleLeader
}
