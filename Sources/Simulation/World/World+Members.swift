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
      nowMs: seats[index].clock.reading(atMs: nowMs),
      waitsAfterWork: scenario.transform != nil)
    emit(.process(slot, .started), &events)
    if scenario.transform == nil {
      give(.start, to: slot, into: &events)
    } else {
      startLoop(slot, into: &events)
    }
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
      send(outgoing, from: .consumer(slot))
    }
    guard seats[index].hasMachine else { return }
    setWake(.consumer(slot), outcome.wakeAtMs)
    note(outcome.dueTimes.map(clock.moment), slot, &events)
    if seats[index].loop != nil { proceed(slot, after: outcome, into: &events) }
  }
}
