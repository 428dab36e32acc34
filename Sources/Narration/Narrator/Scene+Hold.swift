import Feed
import KafkaModel

/// The teacher has stopped the group between two steps of the protocol.
extension Scene {
  func holding(_ point: HoldPoint) -> Story {
    let waiting = picture.members.filter { $0.held != nil }
    let next = [firstToGo(of: waiting) ?? .nothingHeldYet] + (capabilities.canAct ? [.letGo] : [])
    return Story(why: [.holds(point, waiting: waiting.count)], cost: cost(), next: next)
  }

  /// Whose patience ends first: a client's, or the coordinator's with somebody it hears nothing
  /// of. Its clock goes on, and who waits for JoinGroup sends no heartbeat.
  private func firstToGo(of waiting: [MemberPicture]) -> NextRemark? {
    let first = waiting.min { $0.held?.givesUpMs ?? 0 < $1.held?.givesUpMs ?? 0 }
    guard let first, let held = first.held else { return nil }
    let silent = picture.members.filter { $0.isMember && ($0.held != nil || $0.isGone) }
    let ending = silent.min { $0.sessionDueMs ?? .max < $1.sessionDueMs ?? .max }
    if let ending, let dueMs = ending.sessionDueMs, dueMs < held.givesUpMs {
      return sessionEnd(ending.slot, dueIn(dueMs))
    }
    return .givesUpAnswer(
      first.slot, inMs: max(0, held.givesUpMs - nowMs), isKnown: held.isKnown)
  }

  /// The only one whose members are shown, where that is settled.
  var shownGroup: GroupId? {
    picture.facts.flatMap { $0.groupId.isEmpty ? nil : $0.groupId }
  }

  /// What clients of others have to be told; nil where they are not waited for.
  var clientsWanted: NextRemark? {
    guard let address = picture.facts?.text(GroupFacts.listenersKey) else { return nil }
    let security = picture.facts?.text(GroupFacts.securityKey) ?? "PLAINTEXT"
    return .clientsWanted(
      address: address, group: shownGroup, topic: picture.partitions.first?.partition.topic,
      security: security == "PLAINTEXT" ? nil : security)
  }
}
