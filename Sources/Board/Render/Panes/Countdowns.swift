import Feed

/// Everything that is due, soonest first.
enum Countdowns {
  struct Item {
    var deadline: Deadline
    var dueMs: Int64
    /// The setting it counts down from, where that is known.
    var fullMs: Int64?
  }

  static func list(_ picture: GroupPicture) -> [Item] {
    var items: [Item] = []
    func add(_ deadline: Deadline, _ dueMs: Int64?, _ setting: String) {
      guard let dueMs else { return }
      items.append(
        Item(deadline: deadline, dueMs: dueMs, fullMs: picture.facts?.number(setting)))
    }
    add(.initialDelay, picture.initialDelayDueMs, "group.initial.rebalance.delay.ms")
    add(.join, picture.joinDueMs, "max.poll.interval.ms")
    add(.sync, picture.syncDueMs, "max.poll.interval.ms")
    for member in picture.members {
      let slot = member.slot
      add(.session(slot), member.sessionDueMs, "session.timeout.ms")
      add(.formerSession(slot), member.formerSessionDueMs, "session.timeout.ms")
      add(.heartbeat(slot), member.heartbeatDueMs, "heartbeat.interval.ms")
      add(.poll(slot), member.pollDueMs, "max.poll.interval.ms")
      add(.autoCommit(slot), member.autoCommitDueMs, "auto.commit.interval.ms")
      add(.backoff(slot), member.backoffDueMs, "retry.backoff.ms")
    }
    let order = items.indices.sorted { a, b in
      items[a].dueMs == items[b].dueMs ? a < b : items[a].dueMs < items[b].dueMs
    }
    return order.map { items[$0] }
  }
}
