import KafkaModel

/// What only the place between clients and coordinator can see of a run.
struct Audit: Hashable, Sendable {
  /// Commits that were accepted although the client held another generation.
  var staleCommits = 0
  /// Records that a read_committed consumer got although their transaction was open or aborted;
  /// or records it did not get although they were there.
  var unstableReads = 0
}
