import KafkaModel

/// SyncGroup, and taking what it brings (`onJoinComplete`).
extension Member {
  mutating func sendSync(
    _ assignments: [SyncGroupRequest.Assignment], protocolName: String?
  ) {
    guard let coordinator else { return joinRoundFailed() }
    round = .syncing
    let request = SyncGroupRequest(
      groupId: config.groupId, generationId: generation, memberId: memberId,
      groupInstanceId: config.groupInstanceId, protocolType: "consumer",
      protocolName: protocolName, assignments: assignments)
    send(
      .syncGroup(request), to: coordinator, lane: .coordinator,
      timeoutMs: max(config.requestTimeoutMs, config.maxPollIntervalMs + 5_000))
  }

  mutating func syncAnswered(_ response: SyncGroupResponse, _ request: InFlight) {
    round = .none
    let error = response.errorCode
    switch Reaction.toSync(error) {
    case .accept: syncAccepted(response, request)
    case .resetGeneration, .resetMember:
      evict(error, request)
      requestRejoin("rebalance failed due to \(error)")
    case .fatal: fail(error, .syncGroup)
    case .findCoordinator:
      loseCoordinator()
      joinRoundFailed()
    case .rejoin, .backOff, .giveUp, .keepGivenId:
      requestRejoin("rebalance failed due to \(error)")
    }
  }

  private mutating func syncAccepted(_ response: SyncGroupResponse, _ request: InFlight) {
    let isCurrent = request.identityStamp == identityStamp
    if isCurrent && state.handle(.syncAccepted) == .takeAssignment {
      rejoinNeeded = false
      rejoinReason = ""
      pendingAssignment = response.assignment
    } else {
      needsJoinPrepare = true
      requestRejoin("the generation was reset before the sync completed")
    }
  }

  /// poll() takes the assignment.
  mutating func completeJoin() {
    guard let bytes = pendingAssignment else { return }
    pendingAssignment = nil
    needsJoinPrepare = true
    timers.joinBackoff.reset()
    timers.joinMs = nowMs
    groupMetadata = ConsumerGroupMetadata(
      groupId: config.groupId, generation: generation, memberId: memberId,
      groupInstanceId: config.groupInstanceId)
    guard let assignment = try? ConsumerAssignment(bytes: bytes) else {
      return fail(.unknownServerError, .syncGroup)
    }
    if !assignment.partitions.allSatisfy({ topics.contains($0.topic) }) {
      return requestRejoin("received assignment does not match the current subscription")
    }
    let keepsKnown = rebalanceProtocol == .cooperative
    if keepsKnown { revoke(ownership.notIn(assignment.partitions)) }
    remember(assignment.partitions)
    if !isLeader { assignedSizes = nil }
    timers.autoCommitMs = nowMs + config.autoCommitIntervalMs
    timers.positionsMs = nowMs
    timers.positionsBackoff.reset()
    ownership.replace(assignment.partitions, keepsKnown: keepsKnown) { cluster.leader(of: $0) }
    if ownership.list.contains(where: { $0.leader.value < 0 }) { requestMetadata() }
    notes.append(.assigned(owned, generation))
  }

  /// The cooperative protocol's first round ends: what others shall have is free only when its
  /// owner says so in another join. Nothing is committed here; `onJoinPrepare` has done that.
  private mutating func revoke(_ partitions: [TopicPartition]) {
    if partitions.isEmpty { return }
    stopReading(partitions)
    notes.append(.revoked(partitions))
    requestRejoin("need to revoke partitions \(partitions) as indicated by the current assignment")
  }
}
