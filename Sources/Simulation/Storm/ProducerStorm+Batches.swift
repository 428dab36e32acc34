import Coordinator
import KafkaModel

extension ProducerStorm {
  /// One that follows, one that was sent before, one that left some out, one of another epoch.
  mutating func nextBatch() -> ProducerBatch {
    let id = chance.int(in: 0...4)
    let known = written.first { $0.id == id }
    if let again = known?.batches.suffix(8), !again.isEmpty, chance.chance(percent: 15) {
      return placed(again[again.startIndex + Int(chance.int(in: 0...Int64(again.count - 1)))])
    }
    let epoch = nextEpoch(known)
    let isNewEpoch = epoch != known?.epoch
    return placed(
      ProducerBatch(
        producer: Producer(id: id, epoch: epoch),
        firstSequence: sequence(after: isNewEpoch ? nil : known),
        recordCount: Int32(chance.int(in: 1...4)), isTransactional: isTransactional(known),
        baseOffset: end, lastOffset: end))
  }

  /// The batch at the end of the log.
  private func placed(_ batch: ProducerBatch) -> ProducerBatch {
    var placed = batch
    placed.baseOffset = end
    placed.lastOffset = end + (Int64(batch.recordCount) - 1)
    return placed
  }

  private mutating func nextEpoch(_ known: WrittenProducer?) -> Int16 {
    let epoch = known?.epoch ?? 0
    switch chance.int(in: 0...99) {
    case 0..<88: return epoch
    case 88..<93: return epoch < .max - 1 ? epoch + 1 : epoch
    case 93..<97: return max(0, epoch - 1)
    default: return known == nil ? .max - 3 : epoch < .max - 2 ? epoch + 2 : epoch
    }
  }

  private mutating func sequence(after known: WrittenProducer?) -> Int32 {
    if chance.chance(percent: 4) { return -1 }
    if chance.chance(percent: 8) { return Int32(chance.int(in: 0...20)) }
    guard let last = known?.lastSequence else {
      // Of a producer that is not known any will do: some are about to go round.
      return known == nil && chance.chance(percent: 50) ? .max - Int32(chance.int(in: 0...3)) : 0
    }
    return last == .max ? 0 : last + 1
  }

  /// Mostly as before, so that transactions grow.
  private mutating func isTransactional(_ known: WrittenProducer?) -> Bool {
    if known?.openSince != nil { return !chance.chance(percent: 5) }
    return chance.chance(percent: 60)
  }

  mutating func nextMarker() -> TransactionMarker {
    let id = chance.int(in: 0...4)
    let known = written.first { $0.id == id }
    let epoch = known?.epoch ?? 0
    let isRight = chance.chance(percent: 70)
    let shift = isRight ? 0 : chance.int(in: -1...2)
    let marked = max(0, min(Int64(Int16.max), Int64(epoch) + shift))
    let coordinatorEpoch = max(0, Int64(known?.coordinatorEpoch ?? 0) + chance.int(in: -1...1))
    return TransactionMarker(
      producer: Producer(id: id, epoch: Int16(marked)), isCommit: chance.chance(percent: 50),
      coordinatorEpoch: Int32(coordinatorEpoch))
  }

  mutating func check(new batch: ProducerBatch, after known: WrittenProducer?) {
    guard let known else { return }
    let epoch = known.epoch ?? -1
    if batch.producer.epoch < epoch {
      report(.partitionFences, "a batch of \(batch.producer) after epoch \(epoch)")
    }
    if known.kept.contains(where: { $0.isSame(as: batch) }) || !known.isNext(batch) {
      report(
        .batchIsOnce, "\(batch.firstSequence) is new after \(known.lastSequence ?? -1)")
    }
    if known.openSince != nil && !batch.isTransactional {
      report(.partitionFences, "\(batch.producer) writes beside its transaction")
    }
  }

  mutating func check(
    duplicate batch: ProducerBatch, _ answered: ProducerBatch, of known: WrittenProducer?
  ) {
    let first = known?.kept.first { $0.isSame(as: batch) }
    if first?.baseOffset != answered.baseOffset || first?.lastOffset != answered.lastOffset {
      report(
        .batchIsOnce,
        "\(batch.firstSequence) is at \(answered.baseOffset), not \(first?.baseOffset ?? .none)")
    }
  }

  /// Nothing is refused without a reason, and nothing that was sent before.
  mutating func check(
    refused batch: ProducerBatch, _ error: ErrorCode, after known: WrittenProducer?
  ) {
    let isSentBefore = known?.kept.contains { $0.isSame(as: batch) } ?? false
    let isRight =
      switch error {
      case .invalidProducerEpoch: batch.producer.epoch < known?.epoch ?? -1
      case .outOfOrderSequenceNumber: !(known?.isNext(batch) ?? true)
      case .invalidTxnState: known?.openSince != nil && !batch.isTransactional
      default: false
      }
    if isSentBefore || !isRight {
      report(.batchIsOnce, "\(batch.producer) \(batch.firstSequence) is refused: \(error)")
    }
  }

  /// What the planted bug makes of a verdict.
  func bend(_ verdict: BatchVerdict, _ batch: ProducerBatch) -> BatchVerdict {
    switch (plant, verdict) {
    case (.wrongDuplicate, .duplicate(var known)):
      known.baseOffset = known.baseOffset + 1
      return .duplicate(known)
    case (.takesGaps, .refused(.outOfOrderSequenceNumber)): return .new
    case (.takesZombies, .refused(.invalidProducerEpoch)): return .new
    default: return verdict
    }
  }
}
