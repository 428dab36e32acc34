import Feed

/// Everything that is due: first what the group is in danger of or waits for, then the rest; the
/// soonest first in each.
enum Countdowns {
  struct Item {
    var deadline: Deadline
    var dueMs: Int64
    /// The setting it counts down from, where that is known.
    var fullMs: Int64?
    /// The session of a member that cannot answer, or what ends a phase of the rebalance.
    var isUrgent: Bool
  }

  static func list(_ picture: GroupPicture) -> [Item] {
    var items: [Item] = []
    func add(
      _ deadline: Deadline, _ dueMs: Int64?, _ setting: String, fullMs: Int64? = nil,
      urgent: Bool = false
    ) {
      guard let dueMs else { return }
      items.append(
        Item(
          deadline: deadline, dueMs: dueMs, fullMs: fullMs ?? picture.facts?.number(setting),
          isUrgent: urgent))
    }
    let delay = "group.initial.rebalance.delay.ms"
    add(.initialDelay, picture.initialDelayDueMs, delay, urgent: true)
    add(.join, picture.joinDueMs, "max.poll.interval.ms", urgent: true)
    add(.sync, picture.syncDueMs, "max.poll.interval.ms", urgent: true)
    for member in picture.members {
      let slot = member.slot
      let isSilent = !member.isRunning && member.process != .unknown || !member.isConnected
      let sessionMs = picture.sessionTimeoutMs(of: slot)
      let session = "session.timeout.ms"
      add(.session(slot), member.sessionDueMs, session, fullMs: sessionMs, urgent: isSilent)
      let former = member.formerSessionDueMs
      add(.formerSession(slot), former, session, fullMs: sessionMs, urgent: true)
      add(.heartbeat(slot), member.heartbeatDueMs, "heartbeat.interval.ms")
      let isLate = !member.isPolling
      add(.poll(slot), member.pollDueMs, "max.poll.interval.ms", urgent: isLate)
      add(.autoCommit(slot), member.autoCommitDueMs, "auto.commit.interval.ms")
      add(.backoff(slot), member.backoffDueMs, "retry.backoff.ms")
    }
    let order = items.indices.sorted { a, b in
      let (left, right) = (items[a], items[b])
      if left.isUrgent != right.isUrgent { return left.isUrgent }
      return left.dueMs == right.dueMs ? a < b : left.dueMs < right.dueMs
    }
    return order.map { items[$0] }
  }
}
