import KafkaModel

/// The records for one partition, and where it stands in the transaction (`TxnPartitionEntry`,
/// and its queue in `RecordAccumulator`).
struct PartitionQueue: Hashable, Sendable {
  /// Whether the partition belongs to the transaction.
  enum Standing: Hashable, Sendable {
    /// Nothing is to be written to it.
    case unknown
    /// Records wait for it; AddPartitionsToTxn must be sent.
    case wanted
    /// AddPartitionsToTxn was sent; the coordinator may have it, whatever became of the answer.
    case asked
    case added

    var mustBeAdded: Bool { self == .wanted || self == .asked }
  }

  let partition: TopicPartition
  var standing = Standing.unknown
  /// Of the next batch.
  var nextSequence: Int32 = 0
  /// The batch that is under way, until it is answered for good. There is only one, so that
  /// batches are written in their order.
  var batch: SentBatch?
  /// Records that no batch has yet, and when the first of them came.
  private(set) var waiting: Int64 = 0
  /// What those were made of, where that is known.
  private var waitingSources: [RecordSource] = []
  private var waitingSinceMs: Int64 = 0
  /// The leader failed; nothing is sent before the next Metadata answer.
  var awaitsLeader = false
  var backoff = Backoff()
  /// `delivery.timeout.ms`.
  private let timeoutMs: Int64

  /// More make up another batch.
  private static let mostInBatch: Int64 = 1_000_000

  init(_ partition: TopicPartition, deliveryTimeoutMs: Int64) {
    self.partition = partition
    timeoutMs = deliveryTimeoutMs
  }

  var isEmpty: Bool { batch == nil && waiting == 0 }

  /// When the oldest record is given up; nil = there is none.
  var expiryMs: Int64? {
    if let batch { return batch.sinceMs + timeoutMs }
    return waiting > 0 ? waitingSinceMs + timeoutMs : nil
  }

  mutating func add(_ count: Int64, madeOf sources: [RecordSource], nowMs: Int64) {
    if waiting == 0 { waitingSinceMs = nowMs }
    // No log holds more.
    waiting = min(waiting + min(count, .max - waiting), .max / 2)
    waitingSources += sources
  }

  /// Makes the next batch of what waits, if none is under way.
  mutating func cutBatch(nowMs: Int64) {
    if batch != nil || waiting == 0 { return }
    let count = min(waiting, Self.mostInBatch)
    waiting -= count
    batch = SentBatch(
      firstSequence: nextSequence, count: Int32(count),
      sources: waitingSources.takeFirst(count), sinceMs: waitingSinceMs, retryMs: nowMs)
    let after = Int64(nextSequence) + count
    // After the highest number comes 0.
    nextSequence = Int32(after & Int64(Int32.max))
    waitingSinceMs = nowMs
  }

  /// How many there were that no leader may have.
  mutating func dropUnsent() -> Int64 {
    defer { waiting = 0 }
    waitingSources = []
    return waiting
  }

  mutating func dropAll() -> Int64 {
    let count = Int64(batch?.count ?? 0)
    batch = nil
    return count + dropUnsent()
  }
}

/// A batch that was sent; however often, its sequence numbers stay.
struct SentBatch: Hashable, Sendable {
  var firstSequence: Int32
  var count: Int32
  var sources: [RecordSource] = []
  /// When its first record came.
  var sinceMs: Int64
  var retryMs: Int64
  /// The request it is in.
  var correlationId: Int32?

  var isInFlight: Bool { correlationId != nil }
}
