import Feed
import KafkaModel

/// Transactions, where they are what the picture is about.
extension Scene {
  private var transactions: TransactionsPicture { picture.transactions }

  /// The most urgent thing first: who waits, who was refused or fenced.
  func refusedByTransactions() -> Story? {
    if transactions.isEmpty { return nil }
    return timedOut() ?? pendingOffset() ?? refused() ?? goesOnOutside() ?? fencedProducer()
  }

  /// What is being decided, what holds readers back, what has begun; unless a rebalance has come
  /// since.
  func transactional() -> Story? {
    if transactions.isEmpty { return nil }
    return ending() ?? heldBack() ?? begun()
  }

  /// A new owner has to know where to go on (`UNSTABLE_OFFSET_COMMIT`).
  private func pendingOffset() -> Story? {
    for member in picture.members where member.doing == .fetchingOffsets && member.canRead {
      let waits = member.owned.first { transactions.pending(in: $0) != nil }
      guard let partition = waits, let pending = transactions.pending(in: partition) else {
        continue
      }
      return told(
        .pending(name(partition), waiting: member.slot),
        end(of: transactions.transaction(of: pending.producer)))
    }
    return nil
  }

  private func refused() -> Story? {
    let producer = transactions.producers.first { $0.isRunning && $0.failure != nil }
    guard let producer, let failure = producer.failure else { return nil }
    let writer = Writer(producer)
    if failure.isFatal {
      return told(.failed(writer, failure.api, failure.error), [.transaction(.closes(writer))])
    }
    let isByGroup = failure.api == .txnOffsetCommit
    return told(
      isByGroup
        ? .offsetsRefused(writer, failure.error)
        : .mustAbort(writer, failure.api, failure.error), [.transaction(.aborts(writer))])
  }

  /// That ends the wait of all who wait.
  private func timedOut() -> Story? {
    guard case .fenced(let id)? = recent, transactions[id]?.fenced == .timedOut else { return nil }
    return fencedProducer()
  }

  /// A zombie goes on with what it had when the group went on without it.
  private func goesOnOutside() -> Story? {
    let zombie = picture.members.first { member in
      member.isRunning && member.isOut && member.doing != .notPolling
        && transactions.producers.contains {
          $0.identity.member == member.slot && $0.state == .inTransaction
        }
    }
    return zombie.map { told(.goesOnOutside($0.slot), [.transaction(.willBeRefused)]) }
  }

  private func fencedProducer() -> Story? {
    guard case .fenced(let id)? = recent, let transaction = transactions[id],
      let reason = transaction.fenced
    else { return nil }
    let remark: TransactionRemark =
      reason == .initialized
      ? .fencedByNew(id)
      : .timedOut(id, limitMs: picture.facts?.number("transaction.timeout.ms"))
    return told(remark, end(of: transaction))
  }

  /// Decided, or ended by a marker just now.
  private func ending() -> Story? {
    switch recent {
    case .decided(let id):
      guard let transaction = transactions[id], isTold(transaction) else { return nil }
      let isCommit = transaction.state == .prepareCommit || transaction.state == .completeCommit
      return told(.decided(id, isCommit: isCommit), end(of: transaction))
    case .marked(let id):
      guard let transaction = transactions[id], isTold(transaction), let marker = transaction.marker
      else { return nil }
      return told(
        .marked(
          name(marker.partition), marker.offset, isCommit: marker.isCommit,
          records: marker.records),
        transactions.open(of: transaction).isEmpty
          ? [.transaction(.readersGoOn)] : end(of: transaction))
    default: return nil
    }
  }

  private func heldBack() -> Story? {
    let place = picture.partitions.indices.filter { picture.stableOffset($0) != nil }
      .min { since($0) < since($1) }
    guard let place, let stable = picture.stableOffset(place) else { return nil }
    if verdict != nil, since(place) < picture.stateSinceMs { return nil }
    let holder = picture.holder(of: place)
    let transaction = holder.flatMap { transactions.transaction(of: $0.producer) }
    let isDead = transaction.flatMap { transactions.producer(of: $0.id) }.map { !$0.isRunning }
    return told(
      .held(
        name(picture.partitions[place].partition), stable, sinceMs: since(place),
        by: transaction?.id, isDead: isDead ?? false), end(of: transaction))
  }

  private func since(_ place: Int) -> Int64 { picture.holder(of: place)?.sinceMs ?? nowMs }

  private func begun() -> Story? {
    guard case .began(let id)? = recent, let transaction = transactions[id],
      isTold(transaction), let producer = transactions.producer(of: id)
    else { return nil }
    return told(.began(Writer(producer)), end(of: transaction))
  }

  /// What happened last, unless the group has gone on since.
  private var recent: TransactionsPicture.Turn.Kind? {
    transactions.latest.flatMap { $0.atMs >= picture.stateSinceMs ? $0.kind : nil }
  }

  /// Loops begin and end one transaction after the other: told of each, nobody could read it.
  private func isTold(_ transaction: TransactionPicture) -> Bool {
    transactions.producers.count == 1
      || transactions.producer(of: transaction.id)?.isAlone ?? true
  }

  /// How a transaction comes to its end.
  private func end(of transaction: TransactionPicture?) -> [NextRemark] {
    guard let transaction, transaction.isOpen else { return [] }
    if transaction.isDecided {
      return [.transaction(.markersFollow(isCommit: transaction.state == .prepareCommit))]
    }
    let due = dueIn(transaction.dueMs).map { [NextRemark.transaction(.abortsIn(ms: $0))] } ?? []
    guard capabilities.canAct, let producer = transactions.producer(of: transaction.id),
      producer.slot == transactions.producerAlone?.slot
    else { return due }
    return due + [.transaction(producer.isRunning ? .tryEnd : .tryRestart)]
  }

  private func told(_ remark: TransactionRemark, _ next: [NextRemark]) -> Story {
    Story(
      why: [.transaction(remark)], cost: heldCost() ?? costOrVerdict(),
      next: next.isEmpty ? [.heartbeats(everyMs: heartbeatMs, sessionMs: sessionMs)] : next)
  }

  /// Records that readers which are read_committed do not get.
  private func heldCost() -> [CostRemark]? {
    guard notRead.isEmpty else { return nil }
    let held = picture.partitions.indices.compactMap { place -> Int64? in
      guard let stable = picture.stableOffset(place),
        let end = picture.partitions[place].logEnd(atMs: nowMs)
      else { return nil }
      return end - stable
    }
    guard !held.isEmpty else { return nil }
    return [.heldBack(records: held.reduce(0, &+), partitions: held.count)]
  }

  /// Whether what a member began stays open without it.
  func leftOpen(_ member: MemberPicture) -> [WhyRemark] {
    let isOpen = transactions.producers.contains { producer in
      guard producer.identity.member == member.slot, !producer.isRunning,
        let transaction = transactions.transaction(of: producer.slot)
      else { return false }
      return transaction.state == .ongoing
    }
    return isOpen ? [.transaction(.leftOpen)] : []
  }
}
