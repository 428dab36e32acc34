import Coordinator
import KafkaModel

extension TransactionStorm {
  mutating func take(_ outcome: TransactionOutcome) {
    let outcome = bend(outcome)
    unconfirmed += outcome.appends
    for timer in outcome.timers { take(timer) }
    for order in outcome.markers { take(order) }
    for reply in outcome.replies { close(reply) }
  }

  /// A record is in the log.
  mutating func write(_ record: TransactionRecord) {
    if plant != .losesRecords || log.count < 20 { log.append(record) }
    guard let shown = bend(record) else { return }
    if let finding = ledger.take(shown) { report(finding.invariant, finding.detail) }
  }

  private mutating func take(_ timer: TransactionTimer) {
    if timer.atMs <= nowMs { report(.scansInOrder, "\(timer.scan) is set for \(timer.atMs)") }
    if timers.contains(where: { $0.scan == timer.scan }) {
      report(.scansInOrder, "\(timer.scan) is set twice")
    }
    timers.append(timer)
  }

  /// What holds between any two steps.
  mutating func checkTransactions() {
    guard violations.isEmpty, moved == nil else { return }
    for id in coordinator.transactionalIds {
      guard let transaction = coordinator.transaction(id) else { continue }
      let state = transaction.value.state
      if state == .ongoing && !timers.contains(where: { $0.scan == .timedOut }) {
        report(.scansInOrder, "nobody looks after \(id), which is open")
      }
      guard state == .prepareCommit || state == .prepareAbort else { continue }
      let isCompleting = unconfirmed.contains { append in
        append.record.transactionalId == id && append.record.value?.state.follows(state) ?? false
      }
      if missing(id).isEmpty != isCompleting || transaction.pending == nil {
        report(
          .markedIsComplete,
          "\(id) is \(state), \(missing(id).count) markers are missing, it "
            + (isCompleting ? "completes" : "does not complete"))
      }
    }
  }

  mutating func checkQuiet() {
    if let left = open.first { report(.oneAnswer, "\(left.request.apiKey) has none in the end") }
    for id in coordinator.transactionalIds {
      guard let transaction = coordinator.transaction(id) else { continue }
      let isAtRest = [.empty, .completeCommit, .completeAbort].contains(transaction.value.state)
      if !isAtRest || transaction.pending != nil {
        report(.markedIsComplete, "\(id) is \(transaction.value.state) in the end")
      }
    }
  }

  mutating func compareWithLoaded() {
    var other = TransactionCoordinator(config: coordinator.config)
    _ = other.load(log, nowMs: nowMs)
    // Ids are kept in the order of their making, which is not that of their first records.
    func sorted(_ records: [TransactionRecord]) -> [TransactionRecord] {
      records.sorted { $0.transactionalId < $1.transactionalId }
    }
    if sorted(other.hardState) != sorted(coordinator.hardState) {
      report(.loadedIsWritten, "\(log.count) records")
    }
  }

  /// A timer comes too early, or once more, or one that was never set.
  mutating func fireOutOfTurn() {
    let early = timers.filter { $0.atMs > nowMs }
    let candidates = early + oldTimers.filter { !timers.contains($0) }
    guard !candidates.isEmpty else { return }
    let timer = candidates[Int(chance.int(in: 0...Int64(candidates.count - 1)))]
    expectNothing(of: coordinator.fire(timer, nowMs: nowMs), "\(timer.scan) out of turn")
  }

  /// A write is confirmed that nobody waits for.
  mutating func confirmAgain() {
    let id = AppendId(chance.int(in: -1...Int64(log.count) * 2))
    if unconfirmed.contains(where: { $0.id == id }) { return }
    expectNothing(of: coordinator.appendConfirmed(id, nowMs: nowMs), "a write again")
  }

  private mutating func expectNothing(of outcome: TransactionOutcome, _ what: String) {
    let isNothing =
      outcome.replies.isEmpty && outcome.appends.isEmpty && outcome.markers.isEmpty
      && outcome.timers.isEmpty && outcome.happenings.isEmpty
    if !isNothing { report(.scansInOrder, "\(what) does something") }
  }
}
