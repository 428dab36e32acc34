import Client
import Feed
import KafkaModel

/// Consume, transform, produce: a process with a consumer and a producer.
extension World {
  mutating func startLoop(_ slot: MemberSlot, into events: inout [TimedEvent]) {
    guard let transform = scenario.transform, let producer = seats[slot.index].producer else {
      return
    }
    startMachine(producer, nowMs: seats[slot.index].clock.reading(atMs: nowMs))
    var loop = TransformLoop(
      output: transform.output.name, outputPartitions: transform.output.partitions,
      isTransactional: transform.isTransactional)
    let steps = loop.start()
    seats[slot.index].loop = loop
    take(steps, of: slot, into: &events)
  }

  /// The process is gone, whatever it was about to do.
  mutating func endLoop(_ slot: MemberSlot) {
    seats[slot.index].loop = nil
    seats[slot.index].heldSteps = []
    seats[slot.index].isConsumerClosed = false
    if let producer = seats[slot.index].producer { producers[producer.index].end() }
  }

  mutating func proceed(
    _ slot: MemberSlot, after outcome: MemberOutcome, into events: inout [TimedEvent]
  ) {
    guard seats[slot.index].process == .running,
      let group = seats[slot.index].machine?.groupMetadata,
      let steps = seats[slot.index].loop?.handle(outcome, group: group)
    else { return }
    take(steps, of: slot, into: &events)
  }

  mutating func proceed(
    _ slot: MemberSlot, after outcome: ProducerOutcome, into events: inout [TimedEvent]
  ) {
    guard seats[slot.index].process == .running,
      let steps = seats[slot.index].loop?.handle(outcome)
    else { return }
    take(steps, of: slot, into: &events)
  }

  /// An application that hangs does nothing more, though its producer's own thread goes on.
  private mutating func take(
    _ steps: [TransformStep], of slot: MemberSlot, into events: inout [TimedEvent]
  ) {
    if !seats[slot.index].isPolling {
      seats[slot.index].heldSteps += steps
      return
    }
    let process = seats[slot.index].number
    self.steps += steps.map { ApplicationStep(slot: slot, process: process, step: $0) }
    takeSteps(into: &events)
  }

  /// What a step leads to comes after it and after all that were to be taken before.
  private mutating func takeSteps(into events: inout [TimedEvent]) {
    if isTakingSteps { return }
    isTakingSteps = true
    while !steps.isEmpty {
      let next = steps.removeFirst()
      let seat = seats[next.slot.index]
      guard seat.number == next.process, seat.isAlive else { continue }
      switch next.step {
      case .consumer(let input): give(input, to: next.slot, into: &events)
      case .producer(let input):
        if let producer = seat.producer { give(input, to: producer, into: &events) }
      }
    }
    isTakingSteps = false
  }

  mutating func takeHeldSteps(_ slot: MemberSlot, into events: inout [TimedEvent]) {
    let held = seats[slot.index].heldSteps
    seats[slot.index].heldSteps = []
    take(held, of: slot, into: &events)
  }

  /// The application ends itself: the producer first, which aborts what is open.
  mutating func close(
    _ slot: MemberSlot, _ input: MemberInput, into events: inout [TimedEvent]
  ) {
    if let producer = seats[slot.index].producer { give(.close, to: producer, into: &events) }
    give(input, to: slot, into: &events)
  }

  mutating func consumerClosed(_ slot: MemberSlot, into events: inout [TimedEvent]) {
    seats[slot.index].isConsumerClosed = true
    endIfClosed(slot, into: &events)
  }

  mutating func endIfClosed(_ slot: MemberSlot, into events: inout [TimedEvent]) {
    guard seats[slot.index].isConsumerClosed else { return }
    if let producer = seats[slot.index].producer,
      producers[producer.index].machine?.isClosed == false
    {
      return
    }
    end(slot, .ended)
    emit(.process(slot, .ended), &events)
  }
}
