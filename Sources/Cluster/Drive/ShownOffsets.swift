import KafkaModel

/// Which offsets the screen has already, so that only news are told, and old answers never undo
/// newer knowledge.
struct ShownOffsets {
  private var logEnds: [TopicPartition: Offset] = [:]
  private var commits: [TopicPartition: (offset: Offset, atMs: Int64)] = [:]

  /// Logs only grow; an answer that came late is left alone.
  mutating func takesLogEnd(_ partition: TopicPartition, _ offset: Offset) -> Bool {
    guard offset.isSound, offset > logEnds[partition] ?? .none else { return false }
    logEnds[partition] = offset
    return true
  }

  /// A member has told that its commit was answered.
  mutating func memberCommitted(
    _ partition: TopicPartition, _ offset: Offset, _ nowMs: Int64
  ) {
    commits[partition] = (offset, nowMs)
  }

  mutating func takesCommit(
    _ partition: TopicPartition, _ offset: Offset, _ askedMs: Int64
  ) -> Bool {
    guard offset.isSound else { return false }
    if let known = commits[partition], known.offset == offset || known.atMs >= askedMs {
      return false
    }
    commits[partition] = (offset, askedMs)
    return true
  }
}
