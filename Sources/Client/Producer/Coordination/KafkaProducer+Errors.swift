import KafkaModel

/// What becomes of a request that was not answered with success.
extension KafkaProducer {
  /// `ADD_PARTITIONS_RETRY_BACKOFF_MS`: the markers of the last transaction are about to be
  /// written.
  private static let briefBackoffMs: Int64 = 20

  /// True where the answer is to be accepted.
  mutating func react(
    _ reaction: ProducerReaction, _ error: ErrorCode, _ request: ProducerInFlight
  ) -> Bool {
    switch reaction {
    case .accept: return true
    case .backOff: retryMs = nowMs + max(1, config.retryBackoffMs)
    case .backOffBriefly:
      retryMs = nowMs + max(1, min(Self.briefBackoffMs, config.retryBackoffMs))
    case .lookUp:
      forgetCoordinator(of: request)
      retryMs = nowMs + max(1, config.retryBackoffMs)
    case .abort, .abortAndBump:
      if error == .invalidProducerIdMapping { isForgotten = true }
      meetAbortable(error, request.api, needsEpoch: reaction == .abortAndBump)
    case .fatal: fail(error, request.api)
    }
    return false
  }

  /// Where every end bumps the epoch nothing more is needed for a new one.
  mutating func meetAbortable(_ error: ErrorCode, _ api: ApiKey, needsEpoch: Bool = false) {
    if needsEpoch && (!addsImplicitly || isForgotten) { self.needsEpoch = true }
    if step(.abortableErrorMet) == .giveUnsentUp {
      ending = nil
      giveUnsentUp(error)
      notes.append(.mustAbort(error, api))
    } else {
      // It is being aborted already; what that needs is asked for again.
      retryMs = max(retryMs, nowMs + max(1, config.retryBackoffMs))
    }
  }

  mutating func fail(_ error: ErrorCode, _ api: ApiKey) {
    guard step(.fatalErrorMet) == .fail else { return }
    ending = nil
    offsets = nil
    for index in queues.indices {
      let count = queues[index].dropAll()
      if count > 0 { notes.append(.notWritten(queues[index].partition, count: count, error)) }
    }
    inFlight = []
    notes.append(.failed(error, api))
  }

  /// No answer will come: the connection is gone, or the request timed out.
  mutating func requestFailed(_ request: ProducerInFlight) {
    switch request.kind {
    case .metadata: backOffMetadata()
    case .produce(let partitions):
      for partition in partitions { retry(partition, request, looksUp: true) }
    case .call:
      forgetCoordinator(of: request)
      retryMs = nowMs + max(1, config.retryBackoffMs)
    }
  }

  /// `request.timeout.ms` has passed for some: the client gives their connection up.
  mutating func expireRequests() {
    while let index = inFlight.firstIndex(where: { $0.timeoutAtMs <= nowMs }) {
      requestFailed(inFlight.remove(at: index))
    }
  }

  private mutating func forgetCoordinator(of request: ProducerInFlight) {
    switch request.kind {
    case .call(.commitOffsets): groupCoordinator = nil
    case .call(.initProducerId), .call(.addPartitions), .call(.addOffsets),
      .call(.endTransaction):
      coordinator = nil
    case .call(.findCoordinator), .call(.findGroupCoordinator), .metadata, .produce: break
    }
  }

  mutating func coordinatorFound(_ response: FindCoordinatorResponse, _ call: CoordinatorCall) {
    let answer = response.coordinators.first
    let error = answer?.errorCode ?? .coordinatorNotAvailable
    switch ProducerReaction.toFindCoordinator(error) {
    case .accept:
      guard let broker = answer?.nodeId else { return }
      if call == .findCoordinator {
        coordinator = broker
      } else if let groupId = offsets?.metadata.groupId {
        groupCoordinator = GroupPlace(groupId: groupId, broker: broker)
      }
    case .abort, .abortAndBump:
      offsets = nil
      meetAbortable(error, .findCoordinator)
    case .fatal: fail(error, .findCoordinator)
    case .backOff, .backOffBriefly, .lookUp: retryMs = nowMs + max(1, config.retryBackoffMs)
    }
  }
}
