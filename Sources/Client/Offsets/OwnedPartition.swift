import KafkaModel

/// A partition of the present assignment (`SubscriptionState.TopicPartitionState`).
struct OwnedPartition: Hashable, Sendable {
  enum PositionState: Hashable, Sendable {
    /// The committed offset must be asked for.
    case needsCommitted
    /// Nothing is committed, or it is out of range: `auto.offset.reset` decides.
    case needsReset
    case valid
  }

  let partition: TopicPartition
  /// Stands for the topic where names would be slow to compare.
  var topicSlot: Int
  /// `Ownership.stamp` when it was assigned, or sought last.
  private(set) var sinceStamp: Int32
  var leader: BrokerId
  var positionState = PositionState.needsCommitted
  var position = Offset.none
  /// As far as this member knows: read at assignment or stored by its own commits.
  var committed: Offset?
  /// Fetched, not yet returned by poll().
  var buffered: RecordRun?
  /// A Fetch was sent and watchers were told so.
  var isReading = false
  /// The leader failed; nothing is fetched before the next Metadata answer.
  var awaitsLeader = false
  /// Where nothing is committed, reading begins at the beginning, not by `auto.offset.reset`.
  private(set) var fallsBackToEarliest = false

  init(_ partition: TopicPartition, topicSlot: Int, sinceStamp: Int32, leader: BrokerId) {
    self.partition = partition
    self.topicSlot = topicSlot
    self.sinceStamp = sinceStamp
    self.leader = leader
  }

  /// Reading goes on from there; nil = from the committed offset.
  mutating func seek(to offset: Offset?, stamp: Int32) {
    sinceStamp = stamp
    buffered = nil
    fallsBackToEarliest = offset == nil
    position = offset ?? position
    positionState = offset == nil ? .needsCommitted : .valid
  }

  /// Whether a request was sent since the partition was assigned, so that its answer counts.
  func isKnown(to request: InFlight) -> Bool { request.ownershipStamp &- sinceStamp >= 0 }

  var canFetch: Bool {
    positionState == .valid && buffered == nil && !awaitsLeader && leader.value >= 0
  }
}
