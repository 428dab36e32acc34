import Chronicle
import Feed
import KafkaModel

/// What members ask.
extension GroupStory {
  func heard(_ call: Call) {
    if let slot = links[call.connection] { sign(of: slot) }
    switch call.request {
    case .apiVersions(let request):
      links.note(program: request.clientSoftwareName, of: call.connection)
    case .joinGroup(let request):
      guard choose(request.groupId) else { return }
      join(request, call)
    case .syncGroup(let request) where request.groupId == groupId:
      guard let slot = member(request.memberId, call) else { return }
      tell(call, slot)
      if broker.coordinator.group(request.groupId)?.leader != request.memberId {
        emit(.doing(slot, .syncing))
      }
    case .heartbeat(let request) where request.groupId == groupId:
      guard let slot = member(request.memberId, call) else { return }
      heartbeatCame(of: slot)
      tell(call, slot)
    case .offsetCommit(let request) where request.groupId == groupId:
      member(request.memberId, call).map { tell(call, $0) }
    case .leaveGroup(let request) where request.groupId == groupId: leave(request, call)
    // `fetches` tells more of it.
    case .fetch: break
    default:
      if let slot = links[call.connection] { tell(call, slot) }
    }
  }

  private func tell(_ call: Call, _ slot: MemberSlot) {
    Chronicle.tell(call.request, from: slot) { emit($0) }
  }

  /// Whose request it is, by the id in it.
  private func member(_ id: MemberId, _ call: Call) -> MemberSlot? {
    guard let slot = seats.slot(of: id) ?? links[call.connection] else { return nil }
    bind(call, to: slot, as: id)
    return slot
  }

  private func bind(_ call: Call, to slot: MemberSlot, as id: MemberId) {
    links.bind(call.connection, to: slot)
    seats[slot].connections.insert(call.connection)
    seats[slot].named.insert(call.connection)
    seats[slot].askedMs = nowMs
    sign(of: slot)
    if seats[slot].isGone, !seats[slot].identity.isOurs { cameBack(slot, as: id) }
  }

  private func join(_ request: JoinGroupRequest, _ call: Call) {
    let identity = MemberIdentity(
      name: call.name, clientId: ClientId(call.header.clientId ?? ""), host: call.clientHost,
      instanceId: request.groupInstanceId, isOurs: false)
    let known = links[call.connection]
    guard let slot = seats.slot(joining: request, from: identity, known) ?? greet(identity)
    else { return }
    // It may have begun anew before anybody noticed that it had gone.
    if !seats[slot].identity.isOurs, seats[slot].connections.isEmpty, !seats[slot].isGone,
      seats[slot].memberId != nil, request.memberId != seats[slot].memberId
    {
      vanished(slot)
    }
    bind(call, to: slot, as: request.memberId)
    learn(request, slot, program: links.program(call.connection))
    if isInTrouble { recovered() }
    // While it joins it sends none.
    seats[slot].heartbeatMs = nil
    giveUp(slot, keeping: seats[slot].isCooperative ? request.owned : [])
    tell(call, slot)
    emit(.doing(slot, .joining))
  }

  private func greet(_ identity: MemberIdentity) -> MemberSlot? {
    if seats.count >= ClientSeats.most { return nil }
    let slot = seats.add(identity)
    emit(.memberSeen(slot, identity))
    emit(.process(slot, .started), .inferred)
    return slot
  }

  /// The coordinator goes by what it says of itself.
  func accept(_ request: JoinGroupRequest, _ slot: MemberSlot) {
    seats[slot].accepted = seats[slot].terms
    let topics = request.subscription?.topics ?? []
    if !seats[slot].topics.isEmpty, seats[slot].topics != topics {
      emit(.subscribed(slot, topics))
    }
    seats[slot].topics = topics
    tellFacts()
    for topic in topics { show(topic) }
  }

  /// What it says of itself.
  private func learn(_ request: JoinGroupRequest, _ slot: MemberSlot, program: String) {
    let terms = MemberTerms(
      assignors: request.protocols.map(\.name), sessionTimeoutMs: request.sessionTimeoutMs,
      rebalanceTimeoutMs: request.rebalanceTimeoutMs >= 0
        ? request.rebalanceTimeoutMs : request.sessionTimeoutMs, software: program)
    if seats[slot].terms != terms { emit(.terms(slot, terms)) }
    seats[slot].terms = terms
  }

  /// Eager members have given up all before they join; cooperative ones say what they keep.
  func giveUp(_ slot: MemberSlot, keeping kept: [TopicPartition]) {
    let gone = seats[slot].owned.filter { !kept.contains($0) }
    if gone.isEmpty { return }
    seats[slot].owned.removeAll { gone.contains($0) }
    for partition in gone { seats[slot].positions[partition] = nil }
    emit(.revoked(slot, gone), .inferred)
  }

  private func leave(_ request: LeaveGroupRequest, _ call: Call) {
    for leaver in request.members {
      let slot = seats.slot(of: leaver.memberId) ?? slot(of: leaver.groupInstanceId)
      guard let slot else { continue }
      guard links[call.connection] == slot else {
        if let id = seats[slot].memberId { expelled.insert(id) }
        continue
      }
      giveUp(slot, keeping: [])
      tell(call, slot)
      emit(.doing(slot, .leaving))
    }
  }

  private func slot(of instance: InstanceId?) -> MemberSlot? {
    guard let instance else { return nil }
    return seats.slots.first { seats[$0].identity.instanceId == instance }
  }
}

extension Call {
  /// What the screen calls the client.
  fileprivate var name: String {
    let id = header.clientId ?? ""
    return id.isEmpty ? clientHost : id
  }
}

extension JoinGroupRequest {
  /// Of the assignor it likes best.
  fileprivate var subscription: ConsumerSubscription? {
    protocols.first.flatMap { try? ConsumerSubscription(bytes: $0.metadata) }
  }

  /// What it says it keeps (KIP-429).
  fileprivate var owned: [TopicPartition] { subscription?.ownedPartitions ?? [] }
}
