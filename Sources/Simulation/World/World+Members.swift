import Client
import Feed
import KafkaModel

extension World {
  mutating func startProcess(_ slot: MemberSlot, into events: inout [TimedEvent]) {
    let index = slot.index
    var config = scenario.consumer
    config.clientId = seats[index].spec.clientId
    config.groupInstanceId = seats[index].instanceId
    config.topics = seats[index].topics
    config.assignors = seats[index].assignors ?? assignors
    seats[index].number += 1
    seats[index].process = .running
    seats[index].isPolling = true
    seats[index].memberId = ""
    seats[index].staticId = ""
    seats[index].machine = Member(
      config: config, processRatePerSecond: seats[index].processRate,
      generator: SeededGenerator(seed: generator.next()),
      nowMs: seats[index].clock.reading(atMs: nowMs))
    emit(.process(slot, .started), &events)
    give(.start, to: slot, into: &events)
  }

  mutating func answer(
    _ envelope: Envelope<Response>, into events: inout [TimedEvent]
  ) -> Bool {
    let slot = envelope.address.slot
    guard isCurrent(envelope.address) else { return false }
    if seats[slot.index].isPaused {
      seats[slot.index].pausedArrivals.append(.response(envelope))
      return false
    }
    note(envelope.body, slot, &events)
    give(
      .response(correlationId: envelope.address.correlationId, envelope.body), to: slot,
      into: &events)
    return true
  }

  mutating func fail(_ address: Address, into events: inout [TimedEvent]) -> Bool {
    guard isCurrent(address) else { return false }
    if seats[address.slot.index].isPaused {
      seats[address.slot.index].pausedArrivals.append(.failed(address))
      return false
    }
    give(.failed(correlationId: address.correlationId), to: address.slot, into: &events)
    return true
  }

  mutating func wake(
    _ slot: MemberSlot, _ process: Int32, into events: inout [TimedEvent]
  ) -> Bool {
    let index = slot.index
    guard seats[index].number == process, seats[index].queuedWakeMs == nowMs else { return false }
    seats[index].queuedWakeMs = nil
    guard let wanted = seats[index].wantedWakeMs, seats[index].hasMachine,
      !seats[index].isPaused
    else { return false }
    if wanted > nowMs {
      queueWake(slot, wanted)
      return false
    }
    give(.wake, to: slot, into: &events)
    return true
  }

  /// One input to a member, and all that follows from it.
  mutating func give(
    _ input: MemberInput, to slot: MemberSlot, into events: inout [TimedEvent]
  ) {
    let index = slot.index
    if seats[index].isPaused { return seats[index].pausedInputs.append(input) }
    let clock = seats[index].clock
    guard let outcome = seats[index].machine?.handle(input, nowMs: clock.reading(atMs: nowMs))
    else { return }
    for note in outcome.notes { translate(note, of: slot, into: &events) }
    for outgoing in outcome.sends {
      noteSent(outgoing.request, slot, &events)
      send(outgoing, from: slot)
    }
    guard seats[index].hasMachine else { return }
    let wakeAtMs = outcome.wakeAtMs.map(clock.moment)
    seats[index].wantedWakeMs = wakeAtMs
    if let wakeAtMs { queueWake(slot, max(wakeAtMs, nowMs)) }
    note(outcome.dueTimes.map(clock.moment), slot, &events)
  }

  mutating func queueWake(_ slot: MemberSlot, _ atMs: Int64) {
    if let queued = seats[slot.index].queuedWakeMs, queued <= atMs { return }
    seats[slot.index].queuedWakeMs = atMs
    queue.put(.wake(slot, process: seats[slot.index].number), atMs: atMs)
  }

  private func isCurrent(_ address: Address) -> Bool {
    seats[address.slot.index].number == address.process
      && seats[address.slot.index].hasMachine
  }
}
