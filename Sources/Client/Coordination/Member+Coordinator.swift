import KafkaModel

/// Finding the group coordinator, and losing it.
extension Member {
  mutating func findCoordinatorIfNeeded(afterPoll hasPolled: Bool) {
    guard coordinator == nil, wantsCoordinator || hasPolled, timers.findCoordinatorMs <= nowMs,
      !isInFlight(.findCoordinator)
    else { return }
    let request = FindCoordinatorRequest(coordinatorKeys: [config.groupId.text])
    send(.findCoordinator(request), to: .none, lane: .metadata)
  }

  /// poll() needs it, or the heartbeats, or the last commit.
  var wantsCoordinator: Bool {
    if isOver { return false }
    return loop.isPolling || state.heartbeats || syncCommit != nil || closing == .committing
  }

  mutating func coordinatorFound(_ response: FindCoordinatorResponse) {
    let answer = response.coordinators.first
    let error = answer?.errorCode ?? .coordinatorNotAvailable
    switch Reaction.toFindCoordinator(error) {
    case .accept:
      coordinator = answer?.nodeId
      timers.findCoordinatorBackoff.reset()
      // `FindCoordinatorResponseHandler` gives the session a new chance.
      if state.heartbeats { timers.sessionMs = nowMs + config.sessionTimeoutMs }
    case .fatal: fail(error, .findCoordinator)
    default: backOffFindCoordinator()
    }
  }

  mutating func backOffFindCoordinator() {
    timers.findCoordinatorMs = nowMs + timers.findCoordinatorBackoff.nextMs(config, &generator)
  }

  /// `markCoordinatorUnknown`: drops the connection, so nothing sent on it gets an answer.
  mutating func loseCoordinator() {
    guard coordinator != nil else { return }
    coordinator = nil
    while let index = inFlight.firstIndex(where: { $0.lane == .coordinator }) {
      requestFailed(inFlight.remove(at: index))
    }
  }

  /// The generation counts no more; the next poll() gives the partitions up as lost and rejoins.
  mutating func resetGeneration(keepId: Bool, reason: String) {
    generation = .none
    if !keepId { memberId = "" }
    identityStamp &+= 1
    apply(state.handle(.generationReset))
    pendingAssignment = nil
    if case .awaitingTopics = round { round = .none }
    needsJoinPrepare = true
    requestRejoin(reason)
  }

  /// A reset that an answer asks for, unless the answer is about an identity long gone.
  mutating func evict(_ error: ErrorCode, _ request: InFlight) {
    guard request.identityStamp == identityStamp else { return }
    notes.append(.evicted(error, request.api))
    resetGeneration(
      keepId: error == .illegalGeneration, reason: "encountered \(error) from \(request.api)")
  }

  mutating func apply(_ action: MembershipState.Action) {
    switch action {
    case .startHeartbeats:
      timers.heartbeatMs = nowMs + config.heartbeatIntervalMs
      timers.sessionMs = nowMs + config.sessionTimeoutMs
      timers.heartbeatBackoff.reset()
    case .stopHeartbeats:
      timers.heartbeatMs = Timers.never
      timers.sessionMs = Timers.never
    case .nothing, .takeAssignment, .joinAgain: break
    }
  }

  /// An error that the Java client throws out of poll().
  mutating func fail(_ error: ErrorCode, _ api: ApiKey) {
    guard !hasFailed else { return }
    hasFailed = true
    notes.append(.failed(error, api))
    stopReading()
    loop.handle(.ended)
    deferred = []
  }
}
