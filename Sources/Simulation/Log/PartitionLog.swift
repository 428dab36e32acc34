import Coordinator
import KafkaModel

/// A partition's log as a run: where it ends follows from a producer's rate, no record is kept.
struct PartitionLog: Sendable {
  let partition: TopicPartition
  /// The first record that is still there; nothing is ever deleted.
  let start = Offset(0)
  /// Where the log ended at `baseAtMs`.
  private(set) var base = Offset(0)
  private(set) var baseAtMs: Int64
  /// Records a second.
  private(set) var rate: Int64
  /// What its leader knows of the producers that have an id.
  var producers = ProducerStates()
  /// Where the log is not plain records, in order.
  var spans: [LogSpan] = []
  /// The last stable offset as it was told last; nil = the high watermark.
  var toldStable: Offset?

  init(_ partition: TopicPartition, rate: Int64, fromMs: Int64) {
    self.partition = partition
    self.rate = rate
    baseAtMs = fromMs
  }

  /// The log goes on from now with so many records more.
  mutating func append(_ records: Int64, nowMs: Int64) {
    base = end(atMs: nowMs) + records
    baseAtMs = max(nowMs, baseAtMs)
  }

  func end(atMs nowMs: Int64) -> Offset {
    base + max(0, nowMs - baseAtMs) * rate / 1000
  }

  /// When the record at `offset` will be there for such a reader; nil = never by itself.
  func arrivalMs(of offset: Offset, _ isolation: IsolationLevel = .readUncommitted) -> Int64? {
    // What comes behind an open transaction waits for its end.
    if isolation == .readCommitted, let open = producers.open.first {
      return offset < open.first ? baseAtMs : nil
    }
    let missing = offset - base + 1
    if missing <= 0 { return baseAtMs }
    if rate == 0 { return nil }
    return baseAtMs + (missing * 1000 + rate - 1) / rate
  }
}
