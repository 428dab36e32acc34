/// Makes producer ids (`ProducerIdManager`): one after the other, from 0.
struct ProducerIdSource: Hashable, Sendable {
  private var next: Int64 = 0
  /// Ids to hand out first, in this order: those of a real broker whose capture is replayed.
  var foretold: [Int64] = []

  mutating func make() -> Int64 {
    if !foretold.isEmpty { return foretold.removeFirst() }
    defer { next += 1 }
    return next
  }

  /// An id that is written down is never handed out again.
  mutating func skip(_ id: Int64) { if id < .max { next = max(next, id + 1) } }
}
