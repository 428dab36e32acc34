import Client
import Feed
import KafkaModel

extension World {
  /// Stops all members. Those that ran, and those of the scenario that did not, are started with
  /// the change when the group is Empty, and the scenario's course begins anew, if it did not
  /// order the stop itself.
  /// A member with the old strategy would make the first new one fail
  /// (INCONSISTENT_GROUP_PROTOCOL), so even a dead one's session must have ended.
  mutating func bounce(
    into events: inout [TimedEvent], _ change: (inout Bounce) -> Void
  ) -> CommandAnswer {
    var plan = bounce ?? Bounce()
    change(&plan)
    for index in seats.indices
    where seats[index].process == .running || seats[index].spec.startMs != nil {
      let slot = MemberSlot(index)
      if !plan.waiting.contains(slot) { plan.waiting.append(slot) }
    }
    bounce = plan
    if !isInScript { course.restart(nowMs) }
    if let names = plan.assignors { emit(.regrouping(.assignors(names)), &events) }
    if let isStatic = plan.isStatic { emit(.regrouping(.membership(isStatic: isStatic)), &events) }
    emit(.group(facts), &events)
    for slot in plan.waiting where seats[slot.index].process == .running {
      stop(slot, into: &events)
    }
    return .done
  }

  /// Closed so that it leaves the group even if static (KIP-1092); killed if it cannot.
  private mutating func stop(_ slot: MemberSlot, into events: inout [TimedEvent]) {
    let seat = seats[slot.index]
    guard seat.isConnected, seat.isPolling, !seat.isPaused else {
      return kill(slot, into: &events)
    }
    seats[slot.index].process = .closing
    emit(.process(slot, .closing), &events)
    close(slot, .closeAndLeave, into: &events)
  }

  /// Starts a process, or puts it with those that wait for the end of a stop.
  mutating func begin(_ slot: MemberSlot, into events: inout [TimedEvent]) {
    if bounce == nil {
      reconnect(slot, into: &events)
      startProcess(slot, into: &events)
    } else if bounce?.waiting.contains(slot) == false {
      bounce?.waiting.append(slot)
    }
  }

  private mutating func reconnect(_ slot: MemberSlot, into events: inout [TimedEvent]) {
    guard !seats[slot.index].isConnected else { return }
    seats[slot.index].isConnected = true
    emit(.process(slot, .networkHealed), &events)
  }

  mutating func startAgainIfEmpty(into events: inout [TimedEvent]) {
    guard let plan = bounce, loading == nil, !seats.contains(where: \.isAlive),
      coordinator.group(scenario.groupId)?.state ?? .empty == .empty
    else { return }
    bounce = nil
    agreed = nil
    if let names = plan.assignors { change(assignors: names) }
    if let isStatic = plan.isStatic { change(isStatic: isStatic, into: &events) }
    emit(.group(facts), &events)
    for (slot, afterMs) in starts(of: plan.waiting) {
      queue.put(
        .beginAgain(slot, process: seats[slot.index].number), atMs: nowMs + afterMs)
    }
  }

  private mutating func change(assignors names: [String]) {
    assignors = names
    for index in seats.indices { seats[index].assignors = nil }
  }

  private mutating func change(isStatic: Bool, into events: inout [TimedEvent]) {
    self.isStatic = isStatic
    for index in seats.indices {
      seats[index].instanceId = instanceId(seats[index].spec)
      emit(.memberSeen(MemberSlot(index), seats[index].identity), &events)
    }
  }

  /// What a member is called that need not be static by the scenario: `consumer-<name>`.
  func instanceId(_ spec: ScenarioMember) -> InstanceId? {
    guard let isStatic else { return spec.instanceId }
    if !isStatic { return nil }
    let isNamedSo = spec.name.hasPrefix("consumer-")
    return spec.instanceId ?? InstanceId(isNamedSo ? spec.name : "consumer-\(spec.name)")
  }

  /// As far apart as at the scenario's start, so that the same member leads; the others follow.
  private func starts(of waiting: [MemberSlot]) -> [(MemberSlot, afterMs: Int64)] {
    let planned = waiting.compactMap { slot in
      seats[slot.index].spec.startMs.map { (slot, afterMs: $0) }
    }
    let firstMs = planned.map(\.afterMs).min() ?? 0
    var lastMs = planned.map(\.afterMs).max() ?? -Self.startGapMs
    var list = planned.map { ($0.0, afterMs: $0.afterMs - firstMs) }
    lastMs -= firstMs
    for slot in waiting where seats[slot.index].spec.startMs == nil {
      lastMs += Self.startGapMs
      list.append((slot, afterMs: lastMs))
    }
    return list
  }

  private static let startGapMs: Int64 = 400
}
