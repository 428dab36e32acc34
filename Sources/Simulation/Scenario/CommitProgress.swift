import Feed
import KafkaModel

/// Whether all that is in the logs has been committed: what a beat may hang on.
struct CommitProgress: Sendable {
  private struct Progress: Sendable {
    var committed = Offset(0)
    var end = LogEnd(offset: Offset(0))
    var endAtMs: Int64 = 0
  }

  private var table = PartitionTable()
  private var partitions: [Progress] = []

  mutating func take(_ timed: TimedEvent) {
    switch timed.event {
    case .topic(let topic, let count):
      for _ in table.grow(topic, to: count) { partitions.append(Progress()) }
    case .committed(let partition, let offset):
      if let place = table[partition] { partitions[place].committed = offset }
    case .logEnd(let partition, let end):
      guard let place = table[partition] else { return }
      partitions[place].end = end
      partitions[place].endAtMs = timed.timeMs
    default: return
    }
  }

  func isCaughtUp(_ nowMs: Int64) -> Bool {
    partitions.allSatisfy { $0.committed >= $0.end.offset(afterMs: nowMs - $0.endAtMs) }
  }
}
