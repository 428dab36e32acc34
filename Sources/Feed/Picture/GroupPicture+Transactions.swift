import KafkaModel

extension GroupPicture {
  mutating func apply(_ event: TransactionEvent) {
    transactions.apply(event, atMs: timeMs)
    switch event {
    case .stableOffset(let partition, let offset):
      if let place = table[partition] { partitions[place].stableOffset = offset }
    case .wrote(let slot, let partition, let offset, let records):
      if let place = table[partition], transactions[slot].identity.transactionalId != nil {
        partitions[place].add(UndecidedWrite(writer: slot, first: offset, count: records))
      }
    case .marker(let partition, let producer, let isCommit, let offset, _):
      if let place = table[partition] {
        let writers = transactions.producers.filter { $0.producer?.id == producer.id }.map(\.slot)
        partitions[place].decide(writers, isCommit: isCommit, marker: offset)
      }
    case .offsetPending(let partition, let offset, let producer):
      transactions.add(
        PendingOffset(partition: partition, offset: offset, producer: producer, sinceMs: timeMs))
    case .offsetsDecided(let producer, let isCommit):
      for pending in transactions.endPending(of: producer) where isCommit {
        if let place = table[pending.partition], !pending.isSuperseded {
          partitions[place].committed = pending.offset
        }
      }
    default: break
    }
  }

  /// The producers of a member's application start, die and end with it.
  mutating func transformProducers(of slot: MemberSlot, _ change: ProcessChange) {
    let new: ProducerChange
    switch change {
    case .started: new = .started
    case .killed, .failed: new = .killed
    case .ended: new = .ended
    default: return
    }
    for producer in transactions.producers where producer.identity.member == slot {
      transactions.transform(producer.slot, new, atMs: timeMs)
    }
  }

  /// Where read_committed readers stop: nil where nothing is held back from them.
  public func stableOffset(_ place: Int) -> Offset? {
    guard let stable = partitions[place].stableOffset,
      let end = partitions[place].logEnd(atMs: timeMs), stable < end
    else { return nil }
    return stable
  }

  /// Why read_committed readers stop there: the transaction that has been open in the partition
  /// longest.
  public func holder(of place: Int) -> OpenRecords? {
    transactions.open(in: partitions[place].partition).min { $0.from < $1.from }
  }
}

extension TransactionsPicture {
  fileprivate mutating func add(_ offset: PendingOffset) {
    pending.removeAll {
      $0.partition == offset.partition && $0.producer.id == offset.producer.id
    }
    if pending.count < Self.most { pending.append(offset) }
  }

  /// A commit outside of a transaction was written behind what is pending.
  mutating func supersede(_ partition: TopicPartition) {
    for index in pending.indices where pending[index].partition == partition {
      pending[index].isSuperseded = true
    }
  }

  fileprivate mutating func endPending(of producer: Producer) -> [PendingOffset] {
    let ended = pending.filter { $0.producer.id == producer.id }
    pending.removeAll { $0.producer.id == producer.id }
    return ended
  }
}
