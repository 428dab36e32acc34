import Coordinator
import Feed
import KafkaModel

/// Exactly once, and what it rests on.
extension InvariantChecker {
  mutating func check(_ event: TransactionEvent, _ timeMs: Int64, _ world: World) {
    switch event {
    case .opened(let partition, _, _), .marker(let partition, _, _, _, _),
      .stableOffset(let partition, _):
      checkStable(partition, world)
    case .transaction(let id, let state, _):
      let isOver = state == .empty || state == .completeCommit || state == .completeAbort
      transactions.note(id, isOver: isOver, timeMs)
    case .delivered(let tally): check(tally, timeMs, world)
    case .failed(let producer, let api, let error):
      guard timeMs > transactions.endsMs, world.producers[producer.index].member != nil else {
        return
      }
      report(
        .applicationsGoOn, timeMs,
        "\(world.producers[producer.index].name) ends: \(error) to \(api)")
    default: break
    }
  }

  private mutating func check(_ tally: DeliveryTally, _ timeMs: Int64, _ world: World) {
    let isTransactional = world.scenario.transform?.isTransactional ?? false
    if tally.lost > 0 {
      report(isTransactional ? .exactlyOnce : .atLeastOnce, timeMs, "\(tally.lost) records lost")
    }
    if isTransactional && tally.duplicates > 0 {
      report(.exactlyOnce, timeMs, "\(tally.duplicates) records twice")
    }
  }

  private mutating func checkStable(_ partition: TopicPartition, _ world: World) {
    guard let place = world.logs.place(partition.topic, partition.partition) else { return }
    let log = world.logs.logs[place]
    let end = log.end(atMs: world.nowMs)
    let stable = log.limit(.readCommitted, atMs: world.nowMs)
    if stable != log.firstOpen ?? end {
      report(
        .stableOffsetHolds, world.nowMs,
        "\(partition): \(stable), and \(log.firstOpen ?? end) is the first undecided")
    }
    let before = transactions.stable[place]
    if !transactions.note(stable: stable, at: place) {
      report(.stableOffsetHolds, world.nowMs, "\(partition): \(stable) after \(before)")
    }
  }

  /// What no event tells of.
  mutating func checkTransactions(_ world: World) {
    if transactions.note(unstableReads: world.audit.unstableReads) {
      report(.readsAreCommitted, world.nowMs, "a reader got other records than are committed")
    }
    if world.nowMs > transactions.endsMs { checkAge(world) }
  }

  private mutating func checkAge(_ world: World) {
    let scanMs = world.scenario.broker.transactionAbortIntervalMs
    for (id, sinceMs) in transactions.open {
      guard let transaction = world.transactions.transaction(id) else { continue }
      let lastMs =
        sinceMs + Int64(transaction.value.timeoutMs) + scanMs
        + 20 * world.scenario.latencyMs.upperBound + 5000
      if world.nowMs > lastMs {
        report(
          .transactionsEnd, world.nowMs, "\(id) is \(transaction.value.state) since \(sinceMs)")
      }
    }
  }

  mutating func finishTransactions(_ world: World) {
    if let place = firstUndelivered(world) {
      let log = world.logs.logs[place]
      let count = world.deliveries.count(of: log.partition, below: produced[place])
      report(
        .allIsDelivered, world.nowMs,
        "\(log.partition): \(count) of what is below \(produced[place])")
    }
    let undecided = world.transactions.transactionalIds.compactMap { id -> Int64? in
      let value = world.transactions.transaction(id)?.value
      let isOpen =
        value?.state == .ongoing || value?.state == .prepareCommit || value?.state == .prepareAbort
      return isOpen ? value?.producer.id : nil
    }
    let waiting = world.coordinator.hardState.pendingOffsets(world.scenario.groupId)
    if let left = waiting.first(where: { !undecided.contains($0.producer.id) }) {
      report(
        .transactionsEnd, world.nowMs,
        "the offset of \(left.partition) waits for a transaction that is over")
    }
    for log in world.logs.logs {
      let open = log.spans.first { $0.kind == .open && !undecided.contains($0.producerId) }
      if let open {
        report(
          .transactionsEnd, world.nowMs,
          "\(log.partition): \(open.first) waits for a transaction that is over")
      }
    }
  }

  /// A partition of whose records, as there were when faults stopped, not all are in the output
  /// for good.
  func firstUndelivered(_ world: World) -> Int? {
    if world.scenario.transform == nil { return nil }
    let isolation = world.scenario.consumer.isolationLevel
    return firstRead(world) { place in
      let log = world.logs.logs[place]
      return world.deliveries.count(of: log.partition, below: produced[place])
        < log.recordCount(below: produced[place], isolation)
    }
  }
}
