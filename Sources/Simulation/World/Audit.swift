import KafkaModel

/// What only the place between clients and coordinator can see of a run.
struct Audit: Hashable, Sendable {
  /// Commits that were accepted although the client held another generation.
  var staleCommits = 0
}
