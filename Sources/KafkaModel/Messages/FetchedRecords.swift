/// What a Fetch answers for one partition.
///
/// The wire has bytes (record batches v2); the simulation, whose logs keep no records, has a run.
/// The Client reads runs only: a live source counts the batches before it hands a reply on.
public enum FetchedRecords: Hashable, Sendable {
  /// No records; null on the wire.
  case empty
  /// Record batches as they came; the last may be cut. No bytes at all are as good as `empty`.
  case batches([UInt8])
  case run(RecordRun)
}

/// Consecutive offsets that were fetched.
public struct RecordRun: Hashable, Sendable {
  public var firstOffset: Offset
  /// Where to fetch next: past the last record, control records and gaps included.
  public var nextOffset: Offset
  /// Records for the application; fewer than the offsets span where some are skipped.
  public var count: Int64

  public init(firstOffset: Offset, nextOffset: Offset, count: Int64) {
    self.firstOffset = firstOffset
    self.nextOffset = nextOffset
    self.count = count
  }
}
