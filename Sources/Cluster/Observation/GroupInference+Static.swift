import Feed
import KafkaModel

/// Static members (KIP-345): the process of an instance id takes the place of the one before.
extension GroupInference {
  /// A static member has joined: what the coordinator knew under its former id goes on under the
  /// new one, share and all, and nobody was removed.
  mutating func replaceFormer(_ slot: MemberSlot, _ nowMs: Int64) -> [TimedEvent] {
    guard self[slot].isStatic, !self[slot].formers.isEmpty else { return [] }
    let ids = self[slot].formers.map(\.memberId)
    self[slot].formers = []
    for at in shares.indices where ids.contains(shares[at].memberId) {
      shares[at].memberId = self[slot].memberId
      shares[at].slot = slot
    }
    return [TimedEvent(nowMs, .deadline(.formerSession(slot), dueMs: nil), .inferred)]
  }

  /// Whether one of the members is ours under an id that its process has not told yet.
  func hasUntoldId(_ members: [DescribeGroupsResponse.Member]) -> Bool {
    members.contains { member in
      guard let instance = member.groupInstanceId else { return false }
      return seats.contains {
        $0.identity.isOurs && $0.identity.instanceId == instance
          && $0.memberId != member.memberId
          && !$0.formers.contains { $0.memberId == member.memberId }
      }
    }
  }

  /// Whom an administrator would name in a LeaveGroup when all of ours have ended: dead ones by
  /// their ids, and static ones, which never say goodbye, by their instance ids.
  var leftBehind: [LeaveGroupRequest.Member] {
    let dynamic = ghosts.filter { id in
      !seats.contains { seat in
        seat.isStatic && (seat.memberId == id || seat.formers.contains { $0.memberId == id })
      }
    }
    let instances = seats.filter { $0.identity.isOurs && $0.hasStarted }
      .compactMap(\.identity.instanceId)
    return dynamic.map { LeaveGroupRequest.Member(memberId: $0) }
      + instances.map { LeaveGroupRequest.Member(memberId: "", groupInstanceId: $0) }
  }
}

extension Seat {
  /// Whether the coordinator still holds a former id of the seat, by its own account: under it, or
  /// with the same instance id under that of the process after it, which has not told it yet.
  func isHeld(_ former: Former, in members: [DescribeGroupsResponse.Member]) -> Bool {
    members.contains {
      $0.memberId == former.memberId
        || isStatic && $0.groupInstanceId == identity.instanceId
    }
  }
}
