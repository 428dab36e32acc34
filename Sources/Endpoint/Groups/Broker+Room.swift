import Coordinator
import KafkaModel

/// What foreign clients may have the group coordinator keep (`EndpointLimits`).
extension Broker {
  /// Whether what the request would have it keep is too much.
  func isTooMuch(_ request: Request) -> Bool {
    switch request {
    case .joinGroup(let join): isTooMuch(join)
    case .syncGroup(let sync):
      isTooMuch(plan: sync.assignments.reduce(0) { $0 + $1.assignment.count })
    case .offsetCommit(let commit): !hasRoom(for: commit.groupId) || !hasRoomForOffsets()
    case .txnOffsetCommit(let commit): !hasRoom(for: commit.groupId) || !hasRoomForOffsets()
    default: false
    }
  }

  /// Ids that were handed out count as members: whoever asks for them need not come back.
  private func isTooMuch(_ join: JoinGroupRequest) -> Bool {
    let bytes = join.protocols.reduce(0) { $0 + $1.metadata.count }
    if bytes > config.limits.metadataBytes || join.protocols.count > config.limits.protocols {
      return true
    }
    if !hasRoom(bytes: bytes + Self.memberBytes) { return true }
    guard join.memberId.text.isEmpty, let group = coordinator.group(join.groupId) else {
      return !hasRoom(for: join.groupId)
    }
    return group.memberCount + group.pendingCount >= config.limits.members
  }

  private func isTooMuch(plan bytes: Int) -> Bool {
    bytes > config.limits.planBytes || bytes > 0 && !hasRoom(bytes: bytes)
  }

  /// Of a member, beside what it says of itself.
  private static let memberBytes = 1_024

  private func hasRoom(bytes: Int) -> Bool {
    groupRoom.take(bytes, limit: config.limits.groupBytes, nowMs: clock.nowMs) {
      coordinator.groupIds.reduce(0) { sum, id in
        guard let group = coordinator.group(id) else { return sum }
        return group.allMembers.reduce(sum + group.pendingCount * Self.memberBytes) {
          $0 + Self.memberBytes + $1.assignment.count
            + $1.protocols.reduce(0) { $0 + $1.metadata.count }
        }
      }
    }
  }

  private func hasRoom(for group: GroupId) -> Bool {
    coordinator.groupCount < config.limits.groups || coordinator.group(group) != nil
  }

  private func hasRoomForOffsets() -> Bool {
    offsetsLog.hasRoom(below: config.limits.offsets)
  }
}
