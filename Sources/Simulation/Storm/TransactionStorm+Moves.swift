import Coordinator
import KafkaModel

extension TransactionStorm {
  /// The coordinator moves away and back: of what was on its way some is in the log.
  mutating func move() {
    let hardState = coordinator.hardState
    let written = unconfirmed.filter { _ in chance.chance(percent: 40) }
    for append in written { write(append.record) }
    unconfirmed = []
    oldTimers += timers
    timers = []
    if chance.chance(percent: 60) { take(coordinator.unload(nowMs: nowMs), moved: .notCoordinator) }
    if chance.chance(percent: 60) {
      take(coordinator.startLoading(nowMs: nowMs), moved: .coordinatorLoadInProgress)
    }
    nowMs += chance.int(in: 0...1) * chance.int(in: 0...5000)
    // A log that was compacted tells the same.
    let isCompacted = written.isEmpty && chance.chance(percent: 50)
    let loaded = coordinator.load(isCompacted ? hardState : log, nowMs: nowMs)
    moved = nil
    take(loaded)
    if let left = open.first { report(.oneAnswer, "\(left.request.apiKey) has none after a move") }
  }

  private mutating func take(_ outcome: TransactionOutcome, moved error: ErrorCode) {
    moved = error
    take(outcome)
    if let left = open.first { report(.oneAnswer, "\(left.request.apiKey) has none after a move") }
    while chance.chance(percent: 50) { send() }
  }

  /// Nobody asks any more: all that waits is answered, all that is open ends.
  mutating func drain() {
    while violations.isEmpty {
      while !unconfirmed.isEmpty, violations.isEmpty { confirm(error: .none) }
      if let place = markings.firstIndex(where: { !$0.left.isEmpty }) {
        let marking = markings[place]
        mark(marking.order, in: marking.left[0])
      } else if coordinator.transactionalIds.contains(where: isOpen) {
        guard let scan = timers.first(where: { $0.scan == .timedOut }) else { break }
        nowMs = max(nowMs, scan.atMs)
        fire(scan)
      } else {
        break
      }
      checkTransactions()
    }
    guard violations.isEmpty else { return }
    checkQuiet()
    compareWithLoaded()
  }

  private func isOpen(_ id: TransactionalId) -> Bool {
    coordinator.transaction(id)?.value.state == .ongoing
  }
}
