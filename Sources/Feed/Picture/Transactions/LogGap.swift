import KafkaModel

/// Offsets of a partition that bring no record to a read_committed reader: a control record, with
/// the aborted records of its transaction where it is an ABORT marker.
struct LogGap: Hashable, Sendable {
  /// The marker's.
  var marker: Offset
  var offsets: Int64

  /// More are not remembered of a partition, the oldest go: what is read twice is near the end.
  static let most = 200
}

extension PartitionPicture {
  mutating func addGap(_ marker: Offset, isCommit: Bool, records: Int64) {
    gaps.append(LogGap(marker: marker, offsets: 1 &+ (isCommit ? 0 : records)))
    if gaps.count > LogGap.most { gaps.removeFirst() }
  }

  /// How many records are between the two offsets.
  func records(from: Offset, to end: Offset) -> Int64 {
    // Offsets of a recording may be anything; a sum must not trap.
    let span = end.value.subtractingReportingOverflow(from.value).partialValue
    let gone = gaps.reduce(0) { $1.marker >= from && $1.marker < end ? $0 &+ $1.offsets : $0 }
    return max(0, span &- gone)
  }
}
