import KafkaModel

/// Every request goes out here, and every answer comes in here.
extension Member {
  mutating func send(
    _ request: Request, to broker: BrokerId, lane: Lane, timeoutMs: Int64? = nil,
    commit: CommitPurpose = .interval, offsets: [PartitionOffset] = []
  ) {
    let destination: Destination = broker == .none ? .any : .broker(broker)
    let correlationId = outbox.post(request, to: destination, lane: lane)
    inFlight.append(
      InFlight(
        correlationId: correlationId, api: request.apiKey, lane: lane, broker: broker,
        timeoutAtMs: nowMs + (timeoutMs ?? config.requestTimeoutMs),
        identityStamp: identityStamp, ownershipStamp: ownership.stamp, commit: commit,
        offsets: offsets))
  }

  func isInFlight(_ api: ApiKey) -> Bool { inFlight.contains { $0.api == api } }

  mutating func removeInFlight(_ correlationId: Int32) -> InFlight? {
    guard let index = inFlight.firstIndex(where: { $0.correlationId == correlationId }) else {
      return nil
    }
    return inFlight.remove(at: index)
  }

  mutating func take(_ response: Response, _ correlationId: Int32) {
    guard let request = removeInFlight(correlationId) else { return }
    // While JoinGroup is under way no heartbeat thread reads the connection: only poll() does.
    if request.lane == .coordinator && state == .preparingRebalance && !loop.isPolling
      && closing == .open && !hasFailed
    {
      deferred.append(DeferredAnswer(request: request, response: response))
    } else {
      answered(request, response)
    }
  }

  mutating func answered(_ request: InFlight, _ response: Response) {
    switch response {
    case .findCoordinator(let answer): coordinatorFound(answer)
    case .metadata(let answer): metadataCame(answer)
    case .joinGroup(let answer): joinAnswered(answer, request)
    case .syncGroup(let answer): syncAnswered(answer, request)
    case .heartbeat(let answer): heartbeatAnswered(answer, request)
    case .offsetCommit(let answer): commitAnswered(answer, request)
    case .offsetFetch(let answer): committedOffsetsCame(answer, request)
    case .listOffsets(let answer): resetOffsetsCame(answer, request)
    case .fetch(let answer): recordsCame(answer, request)
    case .leaveGroup: leaveEnded()
    default: break
    }
  }

  /// No answer will come: the connection is gone, or the request timed out.
  mutating func requestFailed(_ request: InFlight) {
    switch request.api {
    case .findCoordinator: backOffFindCoordinator()
    case .metadata: backOffMetadata()
    case .joinGroup, .syncGroup: joinRoundFailed()
    case .heartbeat: backOffHeartbeat()
    case .offsetCommit: commitFailed(request, .networkException, .backOff)
    case .offsetFetch: backOffPositions()
    case .fetch, .listOffsets: leaderFailed(request.broker)
    case .leaveGroup: leaveEnded()
    default: break
    }
    if request.lane == .coordinator { loseCoordinator() }
  }

  /// `request.timeout.ms` has passed for some: the client gives their connection up.
  mutating func expireRequests() {
    while let index = inFlight.firstIndex(where: { $0.timeoutAtMs <= nowMs }) {
      requestFailed(inFlight.remove(at: index))
    }
  }
}

/// An answer that waits for the application's next poll().
struct DeferredAnswer: Hashable, Sendable {
  var request: InFlight
  var response: Response
}
