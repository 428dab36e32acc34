import KafkaModel

/// What the checks of a request say about the member it speaks of.
enum MemberCheck: Hashable {
  case accepted(slot: Int)
  case refused(ErrorCode)
}

extension ClassicGroup {
  /// `ClassicGroup.validateMember`: the instance id must be this member's, the member must exist.
  func check(_ memberId: MemberId, _ instanceId: InstanceId?) -> MemberCheck {
    if state == .dead { return .refused(.coordinatorNotAvailable) }
    if let instanceId {
      guard let owner = members.id(of: instanceId) else { return .refused(.unknownMemberId) }
      guard owner == memberId else { return .refused(.fencedInstanceId) }
    }
    guard let slot = members.slot(of: memberId) else { return .refused(.unknownMemberId) }
    return .accepted(slot: slot)
  }

  /// The same, and the generation must be the current one.
  func check(
    _ memberId: MemberId, _ instanceId: InstanceId?, _ claimed: Generation
  ) -> MemberCheck {
    let verdict = check(memberId, instanceId)
    if case .accepted = verdict, claimed != generation { return .refused(.illegalGeneration) }
    return verdict
  }

  /// Whether some offered assignor would suit everybody (`ClassicGroup.supportsProtocols`).
  func supports(_ type: String, _ offered: [JoinGroupRequest.GroupProtocol]) -> Bool {
    guard state != .empty else { return !type.isEmpty && !offered.isEmpty }
    return protocolType == type
      && offered.contains { members.supporters(of: $0.name) == members.count }
  }

  /// `group.max.size` (`acceptJoiningMember`): during a join phase those who wait count, so the
  /// last ones to come back are the ones thrown out.
  func hasRoom(for memberId: MemberId, maxSize: Int) -> Bool {
    switch state {
    case .empty, .dead: true
    case .preparingRebalance:
      members[memberId]?.parkedJoin != nil || members.waitingCount < maxSize
    case .completingRebalance, .stable: members.contains(memberId) || members.count < maxSize
    }
  }

  /// Everybody's JoinGroup is there and no id is out (`ClassicGroup.hasAllMembersJoined`).
  var everybodyWaits: Bool { members.waitingCount == members.count && pending.isEmpty }
}
