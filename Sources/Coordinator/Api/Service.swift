/// Whether a coordinator is responsible and ready.
enum Service: Hashable, Sendable {
  /// Reads its log: heartbeats are answered blindly, the rest is put off.
  case loading
  case active
  /// Another broker has taken over.
  case unloaded
}
