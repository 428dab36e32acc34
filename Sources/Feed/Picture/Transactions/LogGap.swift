import KafkaModel

/// Offsets of a partition that bring some or all readers no record.
struct LogGap: Hashable, Sendable {
  var first: Offset
  var count: Int64
  /// Of an aborted transaction: read_uncommitted readers get them. Else a control record.
  var isAborted: Bool

  /// More are not remembered of a partition, the oldest go.
  static let most = 200

  func overlap(from: Offset, to end: Offset) -> Int64 {
    let last = first.value.addingReportingOverflow(count).partialValue
    return max(0, min(last, end.value) &- max(first.value, from.value))
  }
}

/// Records of a transaction in a partition that nothing has decided yet.
struct UndecidedWrite: Hashable, Sendable {
  var writer: ProducerSlot
  var first: Offset
  var count: Int64
}

extension PartitionPicture {
  mutating func add(_ write: UndecidedWrite) {
    writes.append(write)
    if writes.count > LogGap.most { writes.removeFirst() }
  }

  /// A control record has taken that offset, and says what becomes of what these have written.
  mutating func decide(_ writers: [ProducerSlot], isCommit: Bool, marker: Offset) {
    if !isCommit {
      gaps += writes.filter { writers.contains($0.writer) }.map {
        LogGap(first: $0.first, count: $0.count, isAborted: true)
      }
    }
    writes.removeAll { writers.contains($0.writer) }
    gaps.append(LogGap(first: marker, count: 1, isAborted: false))
    if gaps.count > LogGap.most { gaps.removeFirst(gaps.count - LogGap.most) }
  }
}

extension GroupPicture {
  /// The group's readers get nothing of aborted transactions (`isolation.level`).
  private var skipsAborted: Bool {
    facts?.settings.contains {
      $0.key == "isolation.level" && $0.value == IsolationLevel.readCommitted.name
    } ?? false
  }

  /// Whether the group's readers get a record at that offset, as far as is known.
  public func isRecord(_ place: Int, _ offset: Offset) -> Bool {
    gapCount(place, from: offset, to: offset + 1) == 0
  }

  /// How many of the offsets bring the group's readers no record.
  func gapCount(_ place: Int, from: Offset, to end: Offset) -> Int64 {
    let skipsAborted = skipsAborted
    return partitions[place].gaps.reduce(0) {
      $1.isAborted && !skipsAborted ? $0 : $0 &+ $1.overlap(from: from, to: end)
    }
  }
}
