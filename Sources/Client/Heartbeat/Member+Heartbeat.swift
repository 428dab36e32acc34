import KafkaModel

/// The heartbeat thread, and all that goes on while the application is in its own code.
extension Member {
  mutating func runBackground() {
    expireRequests()
    if isOver { return }
    if state.heartbeats { runHeartbeats() }
    if case .processing(let work) = loop, work.doneAtMs <= nowMs { returnToPoll() }
  }

  /// Looks for the coordinator and asks for metadata, where that is due.
  ///
  /// A poll() that returns at once, with records it has, looks for the coordinator too: one that
  /// always has records would never find it else.
  mutating func reachOut(afterPoll hasPolled: Bool) {
    if isOver || !isSubscribed { return }
    askMetadataIfDue()
    findCoordinatorIfNeeded(afterPoll: hasPolled)
  }

  /// In the order of `HeartbeatThread.run`.
  private mutating func runHeartbeats() {
    guard coordinator != nil else { return }
    if timers.sessionMs <= nowMs {
      notes.append(.sessionExpired)
      timers.sessionMs = Timers.never
      return loseCoordinator()
    }
    if timers.pollMs <= nowMs { return missPoll() }
    guard let coordinator, timers.heartbeatMs <= nowMs else { return }
    timers.heartbeatMs = nowMs + config.heartbeatIntervalMs
    let request = HeartbeatRequest(
      groupId: config.groupId, generationId: generation, memberId: memberId,
      groupInstanceId: config.groupInstanceId)
    send(.heartbeat(request), to: coordinator, lane: .coordinator)
  }

  mutating func heartbeatAnswered(_ response: HeartbeatResponse, _ request: InFlight) {
    let error = response.errorCode
    switch Reaction.toHeartbeat(error, in: state) {
    case .accept: heartbeatSucceeded()
    case .rejoin:
      heartbeatSucceeded()
      if request.identityStamp == identityStamp { requestRejoin("group is already rebalancing") }
    case .resetGeneration, .resetMember: evict(error, request)
    case .fatal: fail(error, .heartbeat)
    case .findCoordinator:
      loseCoordinator()
      backOffHeartbeat()
    case .backOff, .giveUp, .keepGivenId: backOffHeartbeat()
    }
  }

  private mutating func heartbeatSucceeded() {
    guard state.heartbeats else { return }
    timers.heartbeatBackoff.reset()
    timers.sessionMs = nowMs + config.sessionTimeoutMs
  }

  mutating func backOffHeartbeat() {
    guard state.heartbeats else { return }
    timers.heartbeatMs = nowMs + timers.heartbeatBackoff.nextMs(config, &generator)
  }

  /// `max.poll.interval.ms` is over: the member leaves by itself, a static one just goes quiet.
  private mutating func missPoll() {
    notes.append(.pollMissed)
    timers.pollMs = Timers.never
    sendLeave(reason: "consumer poll timeout has expired.")
    resetGeneration(keepId: false, reason: "consumer pro-actively leaving the group")
  }
}
