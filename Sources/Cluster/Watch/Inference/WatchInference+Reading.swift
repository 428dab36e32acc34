import Feed
import KafkaModel

/// Who reads is not told by any answer: it is concluded from committed offsets that move on, or
/// from there being nothing left to read.
extension WatchInference {
  mutating func takeProgress() {
    guard state == .stable || isCooperative else { return }
    for seat in seats.indices where seats[seat].isMember {
      var sight = Sight()
      for partition in seats[seat].owned { look(at: partition, of: seat, &sight) }
      follow(seat, sight)
    }
  }

  /// What was seen of one member's partitions.
  private struct Sight {
    var reading = 0
    var stalled = 0
    var hasCommitted = false
    var lag: Int64 = 0
    var sum: Int64 = 0
  }

  private mutating func look(
    at partition: TopicPartition, of seat: Int, _ sight: inout Sight
  ) {
    guard let at = place(of: partition) else { return }
    let ledger = ledgers[at.topic].partitions[at.number]
    let isAlive = isAlive(ledger)
    if isAlive, !ledger.isReading {
      ledgers[at.topic].partitions[at.number].isReading = true
      let offset = Offset(max(0, ledger.committed))
      tell(.readingStarted(MemberSlot(seat), partition, offset), .inferred)
    } else if ledger.isReading, !isAlive, isOverdue(ledger, of: seat) {
      ledgers[at.topic].partitions[at.number].isReading = false
      tell(.readingStopped(MemberSlot(seat), partition), .inferred)
    }
    let isReading = ledgers[at.topic].partitions[at.number].isReading
    sight.reading += isReading ? 1 : 0
    if !isReading, ledger.aliveMs >= 0, isOverdue(ledger, of: seat) { sight.stalled += 1 }
    if ledger.progressMs == nowMs { sight.hasCommitted = true }
    sight.lag += ledger.lag ?? 0
    sight.sum &+= max(0, ledger.committed)
  }

  /// Somebody has just committed, or nothing waits. Of a commit that may be older than the plan
  /// nobody knows whose it was.
  private func isAlive(_ ledger: PartitionLedger) -> Bool {
    let hasCommitted = ledger.progressMs == nowMs
    return hasCommitted ? ledger.isReading || mixedMs != nowMs : ledger.lag == 0
  }

  /// Whoever has just been given his share is not late yet.
  private func isOverdue(_ ledger: PartitionLedger, of seat: Int) -> Bool {
    nowMs - max(ledger.aliveMs, seats[seat].sinceMs) > stallMs
  }

  private mutating func follow(_ seat: Int, _ sight: Sight) {
    if sight.hasCommitted {
      seats[seat].pace.committed(lag: sight.lag, sum: sight.sum, atMs: nowMs)
    }
    guard state == .stable else { return }
    let pace = seats[seat].pace
    let doing: MemberDoing? =
      if seats[seat].owned.isEmpty {
        .idle
      } else if sight.reading == 0 {
        sight.stalled > 0 ? .silent : nil
      } else if pace.isSlow {
        .slow
      } else {
        .reading
      }
    guard let doing, doing != seats[seat].doing else { return }
    seats[seat].doing = doing
    tell(.doing(MemberSlot(seat), doing), .inferred)
    if doing == .slow, let rate = pace.perSecond {
      tell(.process(MemberSlot(seat), .processRate(perSecond: rate)), .inferred)
    }
  }

  mutating func stopReading(_ seat: Int) {
    for partition in seats[seat].owned {
      guard let at = place(of: partition), ledgers[at.topic].partitions[at.number].isReading,
        ledgers[at.topic].partitions[at.number].owner == seat
      else { continue }
      ledgers[at.topic].partitions[at.number].isReading = false
      tell(.readingStopped(MemberSlot(seat), partition), .inferred)
    }
  }

  mutating func stopAll() {
    for seat in seats.indices where seats[seat].isMember { stopReading(seat) }
  }
}
