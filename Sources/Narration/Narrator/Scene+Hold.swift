import Feed
import KafkaModel

/// The teacher has stopped the group between two steps of the protocol.
extension Scene {
  func holding(_ point: HoldPoint) -> Story {
    let waiting = picture.members.filter { $0.held != nil }
    let holds = WhyRemark.holds(point, waiting: waiting.count)
    let letGo: [NextRemark] = capabilities.canAct ? [.letGo] : []
    if waiting.isEmpty, first({ $0.isMember && !isThere($0) }) != nil {
      // Nothing stands still for the hold yet, and what has gone wrong is to be seen.
      let story = ofState()
      return Story(why: [holds] + story.why, cost: story.cost, next: story.next + letGo)
    }
    let next = [firstToGo(of: waiting) ?? .nothingHeldYet] + letGo
    return Story(why: [holds], cost: cost(), next: next)
  }

  /// Whose patience ends first: a client's, or the coordinator's with somebody it hears nothing
  /// of. Its clock goes on, and who waits for JoinGroup sends no heartbeat.
  private func firstToGo(of waiting: [MemberPicture]) -> NextRemark? {
    let first = waiting.min { $0.held?.givesUpMs ?? 0 < $1.held?.givesUpMs ?? 0 }
    guard let first, let held = first.held else { return nil }
    let ending = firstSilent()
    if let dueMs = ending.first?.sessionDueMs, dueMs < held.givesUpMs {
      return sessionEnds(ending, dueMs)
    }
    return .givesUpAnswer(
      first.slot, inMs: max(0, held.givesUpMs - nowMs), isKnown: held.isKnown)
  }

  /// The only one whose members are shown, where that is settled.
  var shownGroup: GroupId? {
    picture.facts.flatMap { $0.groupId.isEmpty ? nil : $0.groupId }
  }

  /// The silent members whose sessions end first; those of one tick end together.
  private func firstSilent() -> [MemberPicture] {
    let silent = picture.members.filter { $0.isMember && ($0.held != nil || !isThere($0)) }
    guard let dueMs = silent.compactMap(\.sessionDueMs).min() else { return [] }
    return silent.filter { $0.sessionDueMs.map { $0 - dueMs <= Self.togetherMs } ?? false }
      .sorted { $0.sessionDueMs ?? 0 < $1.sessionDueMs ?? 0 }
  }

  /// Nobody sees sessions end apart that end so close to each other.
  private static let togetherMs: Int64 = 500

  private func sessionEnds(_ ending: [MemberPicture], _ dueMs: Int64) -> NextRemark {
    if ending.count == 1 { return sessionEnd(ending[0].slot, dueIn(dueMs)) }
    let slots = ending.map(\.slot).sorted()
    let limits = slots.map { sessionMs($0) }
    return .sessionsEnd(
      slots, inMs: max(0, dueMs - nowMs),
      limitMs: limits.allSatisfy { $0 == limits[0] } ? limits[0] : nil,
      left: picture.members.filter { $0.isMember && !slots.contains($0.slot) }.map(\.slot))
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
