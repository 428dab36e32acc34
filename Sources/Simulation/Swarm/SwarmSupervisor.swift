import Feed

/// Starts applications again that have ended because their producer can do nothing more, as
/// whoever runs such an application has it done.
struct SwarmSupervisor: Sendable {
  /// Their producers have failed, they have not ended yet.
  private var failing: [MemberSlot] = []
  /// In order of time.
  private var ended: [(slot: MemberSlot, dueMs: Int64)] = []

  private static let pauseMs: Int64 = 2000

  var dueMs: Int64? { ended.first?.dueMs }

  mutating func look(at events: [TimedEvent], _ world: World) {
    for timed in events {
      switch timed.event {
      case .transaction(.failed(let producer, _, _)):
        if let slot = world.producers[producer.index].member { failing.append(slot) }
      case .process(let slot, .ended):
        guard failing.contains(slot) else { continue }
        failing.removeAll { $0 == slot }
        ended.append((slot, timed.timeMs + Self.pauseMs))
      case .process(let slot, .killed): failing.removeAll { $0 == slot }
      default: break
      }
    }
  }

  mutating func next() -> MemberSlot? { ended.isEmpty ? nil : ended.removeFirst().slot }
}
