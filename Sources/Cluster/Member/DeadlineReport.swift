import Client
import Feed

/// Says which of a member's timers are worth telling: those that have moved.
struct DeadlineReport {
  private var told: [ClientDeadline.Kind: Int64] = [:]
  /// poll() comes many times a second and its deadline is minutes away.
  private static let pollGrainMs: Int64 = 1_000

  mutating func changes(_ now: [ClientDeadline], slot: MemberSlot) -> [FeedEvent] {
    var events: [FeedEvent] = []
    for kind in ClientDeadline.Kind.allCases {
      guard let deadline = Self.deadline(kind, slot) else { continue }
      let dueMs = now.first { $0.kind == kind }?.dueMs
      if !hasMoved(kind, dueMs) { continue }
      told[kind] = dueMs
      events.append(.deadline(deadline, dueMs: dueMs))
    }
    return events
  }

  private func hasMoved(_ kind: ClientDeadline.Kind, _ dueMs: Int64?) -> Bool {
    guard kind == .poll, let dueMs, let before = told[kind] else { return told[kind] != dueMs }
    return abs(dueMs - before) >= Self.pollGrainMs
  }

  private static func deadline(_ kind: ClientDeadline.Kind, _ slot: MemberSlot) -> Deadline? {
    switch kind {
    case .heartbeat: .heartbeat(slot)
    case .session: .session(slot)
    case .poll: .poll(slot)
    case .autoCommit: .autoCommit(slot)
    case .backoff: .backoff(slot)
    case .processing: nil
    }
  }
}
