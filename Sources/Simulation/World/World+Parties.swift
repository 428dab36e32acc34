import Client
import Feed
import KafkaModel

/// What consumers and producers have in common: a process, its connections, a deadline.
extension World {
  subscript(party: Party) -> Port {
    _read {
      switch party {
      case .consumer(let slot): yield seats[slot.index].port
      case .producer(let slot): yield producers[slot.index].port
      }
    }
    _modify {
      switch party {
      case .consumer(let slot): yield &seats[slot.index].port
      case .producer(let slot): yield &producers[slot.index].port
      }
    }
  }

  /// The member whose process it is in; nil for a producer without a consumer.
  func owner(of party: Party) -> MemberSlot? {
    switch party {
    case .consumer(let slot): slot
    case .producer(let slot): producers[slot.index].member
    }
  }

  /// Counts the processes: an answer to an earlier one is lost.
  func number(of party: Party) -> Int32 {
    if let slot = owner(of: party) { return seats[slot.index].number }
    guard case .producer(let slot) = party else { preconditionFailure("nobody's process") }
    return producers[slot.index].number
  }

  func isConnected(_ party: Party) -> Bool {
    owner(of: party).map { seats[$0.index].isConnected } ?? true
  }

  func isPaused(_ party: Party) -> Bool {
    owner(of: party).map { seats[$0.index].isPaused } ?? false
  }

  func clock(of party: Party) -> ProcessClock {
    owner(of: party).map { seats[$0.index].clock } ?? ProcessClock()
  }

  func clientId(of party: Party) -> ClientId {
    switch party {
    case .consumer(let slot): seats[slot.index].spec.clientId
    case .producer(let slot): producers[slot.index].clientId
    }
  }

  private func hasMachine(_ party: Party) -> Bool {
    switch party {
    case .consumer(let slot): seats[slot.index].hasMachine
    case .producer(let slot): producers[slot.index].hasMachine
    }
  }

  /// Whether the process that sent it still runs.
  func isCurrent(_ address: Address) -> Bool {
    number(of: address.party) == address.process && hasMachine(address.party)
  }

  mutating func answer(
    _ envelope: Envelope<Response>, into events: inout [TimedEvent]
  ) -> Bool {
    let address = envelope.address
    guard isCurrent(address) else { return false }
    if isPaused(address.party), let slot = owner(of: address.party) {
      seats[slot.index].pausedArrivals.append(.response(envelope))
      return false
    }
    switch address.party {
    case .consumer(let slot):
      note(envelope.body, slot, &events)
      give(.response(correlationId: address.correlationId, envelope.body), to: slot, into: &events)
    case .producer(let slot):
      noteAnswer(envelope.body, to: slot, &events)
      give(.response(correlationId: address.correlationId, envelope.body), to: slot, into: &events)
    }
    return true
  }

  mutating func fail(_ address: Address, into events: inout [TimedEvent]) -> Bool {
    guard isCurrent(address) else { return false }
    if isPaused(address.party), let slot = owner(of: address.party) {
      seats[slot.index].pausedArrivals.append(.failed(address))
      return false
    }
    switch address.party {
    case .consumer(let slot):
      give(.failed(correlationId: address.correlationId), to: slot, into: &events)
    case .producer(let slot):
      give(.failed(correlationId: address.correlationId), to: slot, into: &events)
    }
    return true
  }

  mutating func wake(
    _ party: Party, _ process: Int32, into events: inout [TimedEvent]
  ) -> Bool {
    guard number(of: party) == process, self[party].queuedWakeMs == nowMs else { return false }
    self[party].queuedWakeMs = nil
    guard let wanted = self[party].wantedWakeMs, hasMachine(party), !isPaused(party) else {
      return false
    }
    if wanted > nowMs {
      queueWake(party, wanted)
      return false
    }
    switch party {
    case .consumer(let slot): give(.wake, to: slot, into: &events)
    case .producer(let slot): give(.wake, to: slot, into: &events)
    }
    return true
  }

  mutating func queueWake(_ party: Party, _ atMs: Int64) {
    if let queued = self[party].queuedWakeMs, queued <= atMs { return }
    self[party].queuedWakeMs = atMs
    queue.put(.wake(party, process: number(of: party)), atMs: atMs)
  }

  /// What was due while the process was paused is late.
  mutating func rewake(_ party: Party) {
    if let wantedMs = self[party].wantedWakeMs { queueWake(party, max(wantedMs, nowMs)) }
  }

  /// Takes the deadline of the machine's last outcome, by its own clock.
  mutating func setWake(_ party: Party, _ readingMs: Int64?) {
    let wakeAtMs = readingMs.map(clock(of: party).moment)
    self[party].wantedWakeMs = wakeAtMs
    if let wakeAtMs { queueWake(party, max(wakeAtMs, nowMs)) }
  }
}
