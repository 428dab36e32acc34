/// How far close() has come.
enum ClosePhase: Hashable, Sendable {
  /// Nobody has called it. Leads to committing.
  case open
  /// The last commit is under way, or not needed. Leads to leaving, closed.
  case committing
  /// LeaveGroup waits for its answer. Leads to closed.
  case leaving
  /// Done.
  case closed
}
