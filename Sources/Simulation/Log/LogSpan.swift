import KafkaModel

/// A stretch of a log that is not plain records.
struct LogSpan: Hashable, Sendable {
  enum Kind: Hashable, Sendable {
    /// A control record: it takes an offset and is never read.
    case marker
    /// Records of an aborted transaction, which only read_uncommitted readers get.
    case aborted
    /// Records of a transaction that nobody has decided yet.
    case open
  }

  let first: Offset
  let count: Int64
  var kind: Kind
  var producerId: Int64 = -1
  /// What open records were made of.
  var sources: [RecordSource] = []

  var end: Offset { first + count }

  /// Whether such a reader passes over it.
  func isGap(for isolation: IsolationLevel) -> Bool {
    switch kind {
    case .marker: true
    case .aborted: isolation == .readCommitted
    case .open: false
    }
  }
}
