import Chronicle
import Feed
import KafkaModel

/// What members hear.
extension GroupStory {
  func answered(_ call: Call, _ response: Response) {
    guard let slot = links[call.connection] else { return }
    if call.groupId.map({ $0 != groupId }) ?? false { return }
    if case .fetch = response { return }
    if call.request.apiKey.isAboutMembership { seats[slot].heardMs = nowMs }
    if seats[slot].held == ClientSeat.HeldRequest(call) { endHold(slot) }
    Chronicle.tell(response, to: slot) { emit($0) }
    switch response {
    case .joinGroup(let answer): joined(slot, answer)
    case .syncGroup(let answer): synced(slot, answer)
    case .heartbeat(let answer): turnedAway(slot, .heartbeat, answer.errorCode)
    case .offsetCommit(let answer):
      let code = answer.topics.first?.partitions.first?.errorCode ?? .none
      if code == .fencedInstanceId { turnedAway(slot, .offsetCommit, code) }
    default: break
    }
  }

  /// It has nothing any more, whatever it may believe.
  func lost(_ slot: MemberSlot) {
    let owned = seats[slot].owned
    seats[slot].owned = []
    seats[slot].positions = [:]
    if !owned.isEmpty { emit(.lost(slot, owned), .inferred) }
  }

  private func joined(_ slot: MemberSlot, _ answer: JoinGroupResponse) {
    switch answer.errorCode {
    case .none:
      learn(answer.memberId, slot)
      seats[slot].generation = answer.generationId
      if answer.leader == answer.memberId { emit(.doing(slot, .assigning)) }
    case .memberIdRequired: learn(answer.memberId, slot)
    default: turnedAway(slot, .joinGroup, answer.errorCode)
    }
  }

  private func learn(_ id: MemberId, _ slot: MemberSlot) {
    seats.note(id, of: slot)
    emit(.memberId(slot, id))
  }

  private func synced(_ slot: MemberSlot, _ answer: SyncGroupResponse) {
    guard answer.errorCode == .none else {
      return turnedAway(slot, .syncGroup, answer.errorCode)
    }
    let share = (try? ConsumerAssignment(bytes: answer.assignment))?.partitions ?? []
    for partition in seats[slot].owned where !share.contains(partition) {
      seats[slot].positions[partition] = nil
    }
    seats[slot].owned = share
    emit(.assigned(slot, share, seats[slot].generation))
    let reads = share.contains { seats[slot].positions[$0] != nil }
    emit(.doing(slot, share.isEmpty ? .idle : reads ? .reading : .fetchingOffsets), .inferred)
  }

  /// Who is no member any more has lost what it had; who was fenced never comes back by itself.
  private func turnedAway(_ slot: MemberSlot, _ api: ApiKey, _ error: ErrorCode) {
    switch error {
    case .unknownMemberId, .illegalGeneration, .fencedInstanceId: break
    default: return
    }
    lost(slot)
    if error == .fencedInstanceId { emit(.failed(slot, api, error), .inferred) }
  }
}

extension ApiKey {
  /// By its answers a client measures its own session.
  fileprivate var isAboutMembership: Bool {
    switch self {
    case .joinGroup, .syncGroup, .heartbeat: true
    default: false
    }
  }
}

extension Call {
  /// The group that the request names.
  var groupId: GroupId? {
    switch request {
    case .joinGroup(let request): request.groupId
    case .syncGroup(let request): request.groupId
    case .heartbeat(let request): request.groupId
    case .leaveGroup(let request): request.groupId
    case .offsetCommit(let request): request.groupId
    default: nil
    }
  }
}
