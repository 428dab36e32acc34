/// Why a producer lost its epoch.
public enum FencingReason: String, Hashable, Sendable, CaseIterable {
  /// Another one came with its transactional id.
  case initialized
  /// Its transaction was older than its timeout.
  case timedOut
}
