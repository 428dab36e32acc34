import KafkaModel

/// What the checker remembers of transactions.
struct TransactionWatch: Sendable {
  /// The last stable offsets, log by log.
  private(set) var stable: [Offset]
  private var unstableReads = 0
  /// From when on nothing is open any more of what was open when faults stopped; before they do
  /// that is never.
  var endsMs: Int64 = .max
  /// Transactions that have begun and are not over, and since when.
  private(set) var open: [(id: TransactionalId, sinceMs: Int64)] = []

  init(_ world: World) {
    stable = world.logs.logs.map { _ in Offset(0) }
  }

  mutating func grow(at place: Int) { stable.insert(Offset(0), at: place) }

  /// False if the offset went back.
  mutating func note(stable offset: Offset, at place: Int) -> Bool {
    defer { stable[place] = offset }
    return offset >= stable[place]
  }

  mutating func note(_ id: TransactionalId, isOver: Bool, _ timeMs: Int64) {
    if isOver {
      open.removeAll { $0.id == id }
    } else if !open.contains(where: { $0.id == id }) {
      open.append((id, timeMs))
    }
  }

  /// True if there are new ones.
  mutating func note(unstableReads count: Int) -> Bool {
    defer { unstableReads = count }
    return count > unstableReads
  }
}
