import Client
import Feed
import KafkaModel

extension World {
  /// Does what a key or the script asks; what cannot be done is refused, not ignored.
  @discardableResult
  public mutating func perform(
    _ command: Command, into events: inout [TimedEvent]
  ) -> CommandAnswer {
    let before = events.count
    let answer = act(command, into: &events)
    if bounce != nil { startAgainIfEmpty(into: &events) }
    follow(from: before, into: &events)
    return answer
  }

  private mutating func act(
    _ command: Command, into events: inout [TimedEvent]
  ) -> CommandAnswer {
    switch command {
    case .add: return add(into: &events)
    case .restart(let slot): return restart(slot, into: &events)
    case .restartWith(let slot, let names):
      return restart(slot, with: names, into: &events)
    case .kill(let slot):
      return whileAlive(slot) { $0.kill(slot, into: &events) }
    case .close(let slot):
      guard seats.indices.contains(slot.index) else { return .refused(.notInThisSource) }
      if seats[slot.index].process == .closing { return .refused(.alreadyClosing) }
      return whileAlive(slot) { world in
        world.seats[slot.index].process = .closing
        world.emit(.process(slot, .closing), &events)
        world.close(slot, .close, into: &events)
      }
    case .stopPolling(let slot):
      return whileAlive(slot) { $0.setPolling(slot, false, into: &events) }
    case .resumePolling(let slot):
      return whileAlive(slot) { $0.setPolling(slot, true, into: &events) }
    case .cutNetwork(let slot):
      return whileAlive(slot) { $0.setConnected(slot, false, into: &events) }
    case .healNetwork(let slot):
      return whileAlive(slot) { $0.setConnected(slot, true, into: &events) }
    case .processRate(let slot, let rate):
      return whileAlive(slot) { world in
        world.seats[slot.index].processRate = rate
        world.emit(.process(slot, .processRate(perSecond: rate)), &events)
        world.give(.processRate(perSecond: rate), to: slot, into: &events)
      }
    default: return actOnGroup(command, into: &events)
    }
  }

  /// What is not done to one process.
  private mutating func actOnGroup(
    _ command: Command, into events: inout [TimedEvent]
  ) -> CommandAnswer {
    switch command {
    case .addPartitions(let topic): return addPartition(topic, into: &events)
    case .subscribe(let slot, let topics): return subscribe(slot, topics, into: &events)
    case .produce(let records): return produce(records, into: &events)
    case .moveCoordinator:
      moveCoordinator(into: &events)
      return .done
    case .hold: return .refused(.notInThisSource)
    case .changeAssignor(let names):
      guard !names.isEmpty, names.allSatisfy({ Assignors.named($0) != nil }) else {
        return .refused(.notInThisSource)
      }
      return bounce(into: &events) { $0.assignors = names }
    case .changeMembership(let isStatic):
      return bounce(into: &events) { $0.isStatic = isStatic }
    case .producer(let slot, let command):
      return perform(command, by: slot, into: &events)
    default: preconditionFailure("done to a process")
    }
  }

  private mutating func whileAlive(
    _ slot: MemberSlot, _ body: (inout World) -> Void
  ) -> CommandAnswer {
    guard seats.indices.contains(slot.index) else { return .refused(.notInThisSource) }
    guard seats[slot.index].isAlive else { return .refused(.notRunning) }
    body(&self)
    return .done
  }

  /// SIGKILL: what was sent is on its way, nothing else is ever sent.
  mutating func kill(_ slot: MemberSlot, into events: inout [TimedEvent]) {
    end(slot, .dead)
    emit(.process(slot, .killed), &events)
  }

  /// The process is gone, by itself or not.
  mutating func end(_ slot: MemberSlot, _ process: Seat.Process) {
    seats[slot.index].process = process
    seats[slot.index].machine = nil
    seats[slot.index].port.close()
    seats[slot.index].isPaused = false
    seats[slot.index].pausedInputs = []
    seats[slot.index].pausedArrivals = []
    seats[slot.index].dueTimes = DueTimes()
    endLoop(slot)
  }

  private mutating func restart(
    _ slot: MemberSlot, into events: inout [TimedEvent]
  ) -> CommandAnswer {
    guard seats.indices.contains(slot.index) else { return .refused(.notInThisSource) }
    guard !seats[slot.index].isAlive else { return .refused(.alreadyRunning) }
    begin(slot, into: &events)
    return .done
  }

  /// One that differs from the others' can make it fail (INCONSISTENT_GROUP_PROTOCOL), as in Kafka.
  private mutating func restart(
    _ slot: MemberSlot, with names: [String], into events: inout [TimedEvent]
  ) -> CommandAnswer {
    guard seats.indices.contains(slot.index), !names.isEmpty,
      names.allSatisfy({ Assignors.named($0) != nil })
    else { return .refused(.notInThisSource) }
    guard !seats[slot.index].isAlive else { return .refused(.alreadyRunning) }
    seats[slot.index].assignors = names
    emit(.process(slot, .strategy(names)), &events)
    return restart(slot, into: &events)
  }

  private mutating func add(into events: inout [TimedEvent]) -> CommandAnswer {
    guard seats.count < scenario.memberLimit else { return .refused(.tooManyMembers) }
    begin(seat(scenario.newcomer(after: seats.map(\.spec.name)), into: &events), into: &events)
    return .done
  }

  private mutating func setPolling(
    _ slot: MemberSlot, _ polls: Bool, into events: inout [TimedEvent]
  ) {
    guard seats[slot.index].isPolling != polls else { return }
    seats[slot.index].isPolling = polls
    emit(.process(slot, polls ? .pollResumed : .pollStopped), &events)
    give(polls ? .resumePolling : .stopPolling, to: slot, into: &events)
    if polls { takeHeldSteps(slot, into: &events) }
  }

  private mutating func setConnected(
    _ slot: MemberSlot, _ connected: Bool, into events: inout [TimedEvent]
  ) {
    guard seats[slot.index].isConnected != connected else { return }
    seats[slot.index].isConnected = connected
    emit(.process(slot, connected ? .networkHealed : .networkCut), &events)
    guard connected else { return }
    sendHeld(.consumer(slot))
    if let producer = seats[slot.index].producer { sendHeld(.producer(producer)) }
  }
}
