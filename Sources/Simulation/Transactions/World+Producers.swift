import Client
import Feed
import KafkaModel

extension World {
  mutating func seatProducer(
    of slot: MemberSlot, _ transform: ScenarioTransform, into events: inout [TimedEvent]
  ) {
    let name = seats[slot.index].spec.name
    seats[slot.index].producer = ProducerSlot(producers.count)
    seat(
      ProducerSeat(
        name: name, transactionalId: transform.transactionalId(of: name),
        topic: transform.output.name, timeoutMs: transform.timeoutMs,
        version: transform.version, member: slot),
      into: &events)
  }

  mutating func seatProducers(into events: inout [TimedEvent]) {
    for spec in scenario.producers {
      queue.put(.beginProducer(ProducerSlot(producers.count)), atMs: spec.startMs)
      seat(
        ProducerSeat(
          name: spec.name, transactionalId: spec.transactionalId, topic: spec.topic,
          timeoutMs: spec.timeoutMs, version: spec.version, member: nil),
        into: &events)
    }
  }

  private mutating func seat(_ seat: ProducerSeat, into events: inout [TimedEvent]) {
    emit(.transaction(.producerSeen(ProducerSlot(producers.count), seat.identity)), &events)
    producers.append(seat)
  }

  mutating func startMachine(_ slot: ProducerSlot, nowMs: Int64) {
    producers[slot.index].machine = KafkaProducer(
      config: producers[slot.index].config, generator: SeededGenerator(seed: generator.next()),
      nowMs: nowMs)
  }

  /// One input to a producer, and all that follows from it.
  mutating func give(
    _ input: ProducerInput, to slot: ProducerSlot, into events: inout [TimedEvent]
  ) {
    let party = Party.producer(slot)
    if isPaused(party) { return producers[slot.index].pausedInputs.append(input) }
    let readingMs = clock(of: party).reading(atMs: nowMs)
    guard let outcome = producers[slot.index].machine?.handle(input, nowMs: readingMs) else {
      return
    }
    for note in outcome.notes { translate(note, of: slot, into: &events) }
    for outgoing in outcome.sends {
      noteSent(outgoing.request, by: slot, &events)
      send(outgoing, from: party)
    }
    guard producers[slot.index].hasMachine else { return }
    setWake(party, outcome.wakeAtMs)
    if let member = producers[slot.index].member {
      proceed(member, after: outcome, into: &events)
      if producers[slot.index].machine?.isClosed == true { endIfClosed(member, into: &events) }
    } else {
      proceed(slot, after: outcome, into: &events)
    }
  }

  mutating func resume(_ slot: ProducerSlot, into events: inout [TimedEvent]) {
    let inputs = producers[slot.index].pausedInputs
    producers[slot.index].pausedInputs = []
    for input in inputs { give(input, to: slot, into: &events) }
    rewake(.producer(slot))
  }
}
