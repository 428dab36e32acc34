import KafkaModel

/// A request that waits for its answer.
struct InFlight: Hashable, Sendable {
  var correlationId: Int32
  var api: ApiKey
  var lane: Lane
  /// `.none` = any.
  var broker: BrokerId
  var timeoutAtMs: Int64
  /// `Member.identityStamp` when it was sent: tells stale answers.
  var identityStamp: Int32
  /// `Ownership.stamp` when it was sent.
  var ownershipStamp: Int32
  /// Of an OffsetCommit.
  var commit: CommitPurpose = .interval
  var offsets: [PartitionOffset] = []
}

/// Why an OffsetCommit was sent.
enum CommitPurpose: Hashable, Sendable {
  /// `auto.commit.interval.ms`.
  case interval
  /// `onJoinPrepare`.
  case joinPrepare
  /// commitSync().
  case sync
  case close
}
