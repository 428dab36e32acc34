/// `isolation.level`: what a reader sees of transactions.
public enum IsolationLevel: Int8, Hashable, Sendable, CaseIterable {
  /// Everything up to the high watermark, aborted records too.
  case readUncommitted = 0
  /// Only what is below the last stable offset, and without aborted records.
  case readCommitted = 1

  /// As `isolation.level` has it.
  public var name: String {
    switch self {
    case .readUncommitted: "read_uncommitted"
    case .readCommitted: "read_committed"
    }
  }

  /// As brokers read it: whatever is not 1 is uncommitted.
  public init(wire: Int8) { self = wire == 1 ? .readCommitted : .readUncommitted }
}
