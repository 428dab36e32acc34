import Coordinator
import KafkaModel

/// What foreign clients may have the group coordinator keep (`EndpointLimits`).
extension Broker {
  /// Whether what the request would have it keep is too much.
  func isTooMuch(_ request: Request) -> Bool {
    switch request {
    case .joinGroup(let join): isTooMuch(join)
    case .syncGroup(let sync):
      sync.assignments.reduce(0) { $0 + $1.assignment.count } > config.limits.planBytes
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
    guard join.memberId.text.isEmpty, let group = coordinator.group(join.groupId) else {
      return !hasRoom(for: join.groupId)
    }
    return group.memberCount + group.pendingCount >= config.limits.members
  }

  private func hasRoom(for group: GroupId) -> Bool {
    coordinator.groupCount < config.limits.groups || coordinator.group(group) != nil
  }

  private func hasRoomForOffsets() -> Bool {
    offsetsLog.hasRoom(below: config.limits.offsets)
  }
}
