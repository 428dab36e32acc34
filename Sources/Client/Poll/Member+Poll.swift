import KafkaModel

/// The application's side: poll(), and the time between two polls.
extension Member {
  /// Everything that only poll() does, in its order (`ConsumerCoordinator.poll`, then Fetch).
  ///
  /// Says whether the application has called poll() at all.
  mutating func runPoll() -> Bool {
    if loop.isPolling && !hasFailed { takeWantedTopics() }
    let hasPolled = callsPoll
    while callsPoll {
      takeDeferred()
      completeJoin()
      joinIfNeeded()
      commitIfDue()
      fetchPositions()
      let hasReturned = returnRecords()
      // The next Fetch is on its way before poll() returns.
      sendFetches()
      if !hasReturned { break }
    }
    return hasPolled
  }

  /// The application is inside poll().
  var callsPoll: Bool { loop.isPolling && !hasFailed && isSubscribed }

  private mutating func takeDeferred() {
    if deferred.isEmpty { return }
    let answers = deferred
    deferred = []
    for answer in answers { answered(answer.request, answer.response) }
  }

  /// Hands up to `max.poll.records` to the application; false if there are none.
  private mutating func returnRecords() -> Bool {
    if isGivingUp || ownership.isEmpty { return false }
    let start = ownership.drainFrom
    var left = config.maxPollRecords
    for step in 0..<ownership.count where left > 0 {
      let index = (start + step) % ownership.count
      guard let run = ownership[index].buffered else { continue }
      let taken = drain(run, index, atMost: left)
      left -= taken
      // The rest of this partition is first in the next poll.
      ownership.drainFrom = ownership[index].buffered == nil ? (index + 1) % ownership.count : index
    }
    let returned = config.maxPollRecords - left
    if returned == 0 { return false }
    let work = RecordWork(
      records: returned, ratePerSecond: processRatePerSecond, nowMs: nowMs)
    loop.handle(.recordsReturned(work))
    timers.pollMs = nowMs + config.maxPollIntervalMs
    return true
  }

  private mutating func drain(_ run: RecordRun, _ index: Int, atMost most: Int64) -> Int64 {
    let count = min(run.count, most)
    let next = count == run.count ? run.nextOffset : run.firstOffset + count
    ownership[index].position = next
    ownership[index].buffered =
      count == run.count
      ? nil : RecordRun(firstOffset: next, nextOffset: run.nextOffset, count: run.count - count)
    // Of markers and aborted records nothing is handed over, but the position goes on.
    let piece = RecordRun(firstOffset: run.firstOffset, nextOffset: next, count: count)
    notes.append(.processed(ownership[index].partition, piece))
    return count
  }

  /// The application is done with its records, and calls poll() if nothing follows from them.
  mutating func returnToPoll() {
    loop.handle(waitsAfterWork ? .workHandedOver : .workDone)
    if loop.isPolling { timers.pollMs = Timers.never }
  }

  mutating func pollAgain() {
    guard loop == .waiting, syncCommit == nil else { return }
    loop.handle(.polledAgain)
    timers.pollMs = Timers.never
  }

  mutating func stopPolling() {
    if loop.isPolling { timers.pollMs = nowMs + config.maxPollIntervalMs }
    loop.handle(waitsAfterWork ? .stuckWithRecords : .stuck)
    if loop.isStuck { stopReading() }
  }

  mutating func resumePolling() {
    guard loop.isStuck else { return }
    loop.handle(.resumed)
    if loop.isPolling { timers.pollMs = Timers.never }
  }

  mutating func changeRate(_ perSecond: Int64) {
    processRatePerSecond = max(0, perSecond)
    guard case .processing(var work) = loop else { return }
    work.change(ratePerSecond: processRatePerSecond, nowMs: nowMs)
    loop = .processing(work)
  }
}
