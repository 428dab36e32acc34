/// A timer of the consumer, for the screen.
public struct ClientDeadline: Hashable, Sendable {
  public var kind: Kind
  public var dueMs: Int64

  public init(kind: Kind, dueMs: Int64) {
    self.kind = kind
    self.dueMs = dueMs
  }

  public enum Kind: Hashable, Sendable, CaseIterable {
    /// The next Heartbeat is sent.
    case heartbeat
    /// The session ends unless a heartbeat is answered before.
    case session
    /// The application must have called poll() by then.
    case poll
    /// The next commit by itself (`auto.commit.interval.ms`).
    case autoCommit
    /// A request that failed is tried again.
    case backoff
    /// The application is done with the records it has.
    case processing
  }
}
