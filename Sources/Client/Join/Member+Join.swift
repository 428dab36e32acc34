import KafkaModel

/// Driving a join from poll(), and JoinGroup's answer.
extension Member {
  mutating func requestRejoin(_ reason: String) {
    rejoinNeeded = true
    rejoinReason = reason
  }

  mutating func joinIfNeeded() {
    if assignmentIsOutdated && round == .none && !rejoinNeeded {
      requestRejoin("cached metadata has changed")
    }
    if subscriptionIsOutdated && round == .none && !rejoinNeeded {
      requestRejoin("the subscription has changed")
    }
    guard rejoinNeeded, let coordinator, round == .none, timers.joinMs <= nowMs else { return }
    if needsJoinPrepare {
      if !prepareJoin() { return }
      needsJoinPrepare = false
    }
    sendJoin(to: coordinator)
  }

  private mutating func sendJoin(to coordinator: BrokerId) {
    guard let protocols = groupProtocols else {
      return fail(.inconsistentGroupProtocol, .joinGroup)
    }
    apply(state.handle(.joinSent))
    round = .joining
    joinedTopics = topics
    let request = JoinGroupRequest(
      groupId: config.groupId, sessionTimeoutMs: Int32(clamping: config.sessionTimeoutMs),
      rebalanceTimeoutMs: Int32(clamping: config.maxPollIntervalMs), memberId: memberId,
      groupInstanceId: config.groupInstanceId, protocols: protocols,
      reason: String(rejoinReason.prefix(255)))
    // The answer may be parked for as long as others may take to rejoin.
    send(
      .joinGroup(request), to: coordinator, lane: .coordinator,
      timeoutMs: max(config.requestTimeoutMs, config.maxPollIntervalMs + 5_000))
  }

  /// One entry an assignor, in order of preference.
  private var groupProtocols: [JoinGroupRequest.GroupProtocol]? {
    var list: [JoinGroupRequest.GroupProtocol] = []
    for name in config.assignors {
      guard let assignor = assignors.named(name) else { return nil }
      let memory = memory(of: name)
      let userData = try? assignor.subscriptionUserData(
        owned: memory.partitions, generation: memory.generation)
      guard let bytes = subscription(userData) else { return nil }
      list.append(JoinGroupRequest.GroupProtocol(name: name, metadata: bytes))
    }
    return list
  }

  private func subscription(_ userData: [UInt8]?) -> [UInt8]? {
    try? ConsumerSubscription(
      topics: topics, userData: userData, ownedPartitions: owned, generation: generation,
      rackId: config.clientRack
    ).bytes()
  }

  mutating func joinAnswered(_ response: JoinGroupResponse, _ request: InFlight) {
    round = .none
    let error = response.errorCode
    switch Reaction.toJoin(error) {
    case .accept: joinAccepted(response)
    case .keepGivenId:
      adopt(.none, response.memberId)
      requestRejoin("need to re-join with the given member-id: \(response.memberId)")
    case .resetMember, .resetGeneration:
      evict(error, request)
      requestRejoin("rebalance failed due to \(error)")
    case .fatal: fail(error, .joinGroup)
    case .findCoordinator:
      loseCoordinator()
      backOffJoin(error)
    case .backOff: backOffJoin(error)
    case .rejoin, .giveUp: requestRejoin("rebalance failed due to \(error)")
    }
  }

  private mutating func joinAccepted(_ response: JoinGroupResponse) {
    if let type = response.protocolType, type != "consumer" {
      return fail(.inconsistentGroupProtocol, .joinGroup)
    }
    let action = state.handle(.joinAccepted)
    apply(action)
    if action == .joinAgain { return requestRejoin("left the group before the join completed") }
    adopt(response.generationId, response.memberId)
    protocolName = response.protocolName ?? ""
    isLeader = response.leader == response.memberId
    notes.append(.joined(generation, isLeader: isLeader))
    if isLeader {
      lead(response)
    } else {
      sendSync([], protocolName: response.protocolName)
    }
  }

  private mutating func adopt(_ generation: Generation, _ memberId: MemberId) {
    if self.memberId != memberId {
      self.memberId = memberId
      notes.append(.memberIdGiven(memberId))
      identityStamp &+= 1
    }
    if self.generation != generation {
      self.generation = generation
      identityStamp &+= 1
    }
  }

  private mutating func backOffJoin(_ error: ErrorCode) {
    requestRejoin("rebalance failed due to \(error)")
    timers.joinMs = nowMs + timers.joinBackoff.nextMs(config, &generator)
  }

  /// The connection was lost: same id, same generation, once more.
  mutating func joinRoundFailed() {
    round = .none
    backOffJoin(.networkException)
  }
}
