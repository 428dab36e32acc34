import Client
import Feed
import KafkaModel

/// Producers without a consumer: they send when they are told to.
extension World {
  mutating func begin(_ slot: ProducerSlot, into events: inout [TimedEvent]) {
    producers[slot.index].number += 1
    startMachine(slot, nowMs: nowMs)
    emit(.transaction(.process(slot, .started)), &events)
    give(.initTransactions, to: slot, into: &events)
  }

  mutating func perform(
    _ command: ProducerCommand, by slot: ProducerSlot, into events: inout [TimedEvent]
  ) -> CommandAnswer {
    guard producers.indices.contains(slot.index), producers[slot.index].member == nil else {
      return .refused(.notInThisSource)
    }
    if command == .restart {
      guard !producers[slot.index].hasMachine else { return .refused(.alreadyRunning) }
      begin(slot, into: &events)
      return .done
    }
    guard let state = producers[slot.index].machine?.state else {
      return .refused(.producerNotRunning)
    }
    switch command {
    case .kill:
      producers[slot.index].end()
      emit(.transaction(.process(slot, .killed)), &events)
      return .done
    case .send(let records): return send(records, by: slot, in: state, into: &events)
    case .commit, .abort:
      guard state == .inTransaction else { return .refused(.noTransaction) }
      give(command == .commit ? .commitTransaction : .abortTransaction, to: slot, into: &events)
      return .done
    case .restart: preconditionFailure("done before")
    }
  }

  private mutating func send(
    _ records: Int64, by slot: ProducerSlot, in state: ProducerState,
    into events: inout [TimedEvent]
  ) -> CommandAnswer {
    let places = logs.places(of: producers[slot.index].topic)
    guard records > 0, records <= Self.runLimit, !places.isEmpty else {
      return .refused(.notInThisSource)
    }
    guard state == .ready || state == .inTransaction else { return .refused(.producerBusy) }
    if state == .ready { give(.beginTransaction, to: slot, into: &events) }
    // Partitions may have come since.
    let first = producers[slot.index].nextPartition % places.count
    let shares = ProducerRun.shares(of: records, over: places.count, from: first)
    for (place, share) in zip(places, shares) where share > 0 {
      give(.send(logs.logs[place].partition, count: share), to: slot, into: &events)
    }
    producers[slot.index].nextPartition = (first + Int(records)) % places.count
    return .done
  }

  /// What its application does by itself: it aborts what cannot be committed, and ends when
  /// nothing can be done any more.
  mutating func proceed(
    _ slot: ProducerSlot, after outcome: ProducerOutcome, into events: inout [TimedEvent]
  ) {
    for note in outcome.notes {
      switch note {
      case .mustAbort: give(.abortTransaction, to: slot, into: &events)
      case .failed: give(.close, to: slot, into: &events)
      case .closed:
        producers[slot.index].end()
        emit(.transaction(.process(slot, .ended)), &events)
      default: break
      }
    }
  }
}
