import Feed

/// A process is stopped and goes on, all of it (SIGSTOP, SIGCONT; a long pause of a garbage
/// collector, a machine that was asleep): nothing in it runs, its connections stay.
///
/// The application does not poll meanwhile, and that is what is told.
extension World {
  /// What arrives waits in the process's sockets, its timers fire late.
  mutating func pause(_ slot: MemberSlot, into events: inout [TimedEvent]) {
    guard seats[slot.index].isAlive, !seats[slot.index].isPaused else { return }
    let before = events.count
    seats[slot.index].isPaused = true
    if seats[slot.index].isPolling { emit(.process(slot, .pollStopped), &events) }
    follow(from: before, into: &events)
  }

  mutating func resume(_ slot: MemberSlot, into events: inout [TimedEvent]) {
    let index = slot.index
    guard seats[index].isPaused else { return }
    let before = events.count
    seats[index].isPaused = false
    if seats[index].isPolling { emit(.process(slot, .pollResumed), &events) }
    let inputs = seats[index].pausedInputs
    let arrivals = seats[index].pausedArrivals
    seats[index].pausedInputs = []
    seats[index].pausedArrivals = []
    for arrival in arrivals { queue.put(arrival, atMs: nowMs) }
    for input in inputs { give(input, to: slot, into: &events) }
    rewake(.consumer(slot))
    if let producer = seats[index].producer { resume(producer, into: &events) }
    follow(from: before, into: &events)
  }
}
