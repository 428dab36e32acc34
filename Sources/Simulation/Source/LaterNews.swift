import Feed

/// Logs begin to grow one after the other, and a world announces them before all else: told in the
/// order of time they wait for their turn.
struct LaterNews {
  private var waiting: ArraySlice<TimedEvent>

  /// Takes what is later than `nowMs` out of `events`.
  init(_ events: inout [TimedEvent], nowMs: Int64) {
    waiting = events.filter { $0.timeMs > nowMs }.sorted { $0.timeMs < $1.timeMs }[...]
    events.removeAll { $0.timeMs > nowMs }
  }

  /// Hands out what has its turn up to then.
  mutating func take(upToMs ms: Int64, _ body: (TimedEvent) -> Void) {
    while let next = waiting.first, next.timeMs <= ms {
      body(next)
      waiting.removeFirst()
    }
  }
}
