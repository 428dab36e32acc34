import Feed
import KafkaModel

/// A moment of a transaction that a beat may begin with.
public enum TransactionMoment: Hashable, Sendable {
  /// It has its first record in a partition.
  case opened
  /// A producer's records are in a partition.
  case wrote
  /// The transaction coordinator has written the state.
  case state(TransactionState)
  /// A control record is in a partition of the input or the output.
  case marker(isCommit: Bool)
  /// The group has an offset of it that does not count yet.
  case offsetPending
  case fenced(FencingReason)
  /// It cannot be committed any more.
  case mustAbort
  /// A record was handed on twice.
  case duplicate
  /// The process of a producer without a consumer.
  case producer(ProducerChange)

  func isReached(by event: TransactionEvent) -> Bool {
    switch (self, event) {
    case (.opened, .opened), (.wrote, .wrote): true
    case (.state(let state), .transaction(_, let written, _)): state == written
    case (.marker(let isCommit), .marker(_, _, let decided, _, _)): isCommit == decided
    case (.offsetPending, .offsetPending): true
    case (.fenced(let reason), .fenced(_, _, let why)): reason == why
    case (.mustAbort, .mustAbort): true
    case (.duplicate, .delivered(let tally)): tally.duplicates > 0
    case (.producer(let change), .process(_, let happened)): change == happened
    default: false
    }
  }
}
