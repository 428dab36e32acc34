import Feed
import KafkaModel

extension Scene {
  /// The coordinator's cause in the members' names; what it cannot know (a restart, a missed
  /// poll) is read from the score.
  func cause(_ cause: RebalanceCause?, atMs: Int64) -> Cause {
    switch cause {
    case nil: .unknown
    case .groupWasEmpty(let id): .groupWasEmpty(who(id))
    case .newMember(let id): newcomer(who(id), atMs)
    case .memberRejoined(let id): .rejoined(who(id))
    // Seen from outside: who the leader is, is not told.
    case .leaderRejoined(let id) where id.isEmpty: .grown(grown(atMs))
    case .leaderRejoined(let id): .leaderRejoined(who(id))
    case .memberLeft(let id): leaver(who(id), atMs)
    case .sessionTimedOut(let id): expiry(who(id), atMs)
    case .newMemberTimedOut(let id): .newMemberTimedOut(who(id))
    case .pendingExpired: .pendingExpired
    case .didNotSync(let ids): .didNotSync(ids.map(who))
    case .staticReplaced(let id): .staticReplaced(who(id))
    case .writeFailed: .writeFailed
    case .groupTooLarge: .groupTooLarge
    }
  }

  /// Where the coordinator is not seen, a session's end shows in what comes of it.
  private func expiry(_ who: Who, _ atMs: Int64) -> Cause {
    guard case .slot(let slot) = who else {
      return .sessionTimedOut(who, limitMs: sessionMs, atMs: atMs, sinceMs: nil)
    }
    var sinceMs: Int64?
    if !capabilities.seesCoordinator {
      sinceMs = picture[slot].expiredDueMs.flatMap { $0 + Self.expiryGrainMs < atMs ? $0 : nil }
    }
    return .sessionTimedOut(who, limitMs: sessionMs(slot), atMs: atMs, sinceMs: sinceMs)
  }

  private static let expiryGrainMs: Int64 = 100

  /// Partitions that were added shortly before.
  private func grown(_ atMs: Int64) -> [PartitionName] {
    picture.partitions.filter { partition in
      partition.addedMs.map { $0 <= atMs && atMs - $0 <= Foresight.ms } ?? false
    }.map { name($0.partition) }
  }

  private func newcomer(_ who: Who, _ atMs: Int64) -> Cause {
    guard case .slot(let slot) = who else { return .newMember(who) }
    let last = lastMark(slot, beforeMs: atMs) { kind in
      switch kind {
      case .died, .removed, .leaveSent: true
      case .joinSent, .syncSent, .pollMissed: false
      }
    }
    switch last?.kind {
    case .died: return .restarted(who)
    case .removed, .leaveSent:
      return hasDied(slot, beforeMs: atMs)
        ? .restarted(who) : .returned(who, hadLeft: last?.kind == .leaveSent)
    default: return .newMember(who)
    }
  }

  private func leaver(_ who: Who, _ atMs: Int64) -> Cause {
    guard case .slot(let slot) = who else { return .left(who) }
    // Its marks tell of earlier times only.
    if isWatched { return picture[slot].lastWorkMs == nil ? .gone(who) : .left(who) }
    // A member that leaves by itself has the mark of its LeaveGroup.
    let end = lastMark(slot, beforeMs: atMs) { $0 == .leaveSent || $0 == .removed }
    if end?.kind == .removed { return .expelled(who) }
    let missed = lastMark(slot, beforeMs: atMs) { $0 == .pollMissed }
    let joined = lastMark(slot, beforeMs: atMs) { $0 == .joinSent }
    guard let missed, missed.atMs >= joined?.atMs ?? 0 else {
      // Of a client of others its connections tell whether it has ended.
      let isElsewhere = !picture[slot].identity.isOurs && picture[slot].process == .running
      return isElsewhere && !isWatched ? .leftRunning(who) : .left(who)
    }
    return .pollMissed(who, limitMs: pollMs)
  }

  private func hasDied(_ slot: MemberSlot, beforeMs: Int64) -> Bool {
    lastMark(slot, beforeMs: beforeMs) { $0 == .died } != nil
  }

  func lastMark(
    _ slot: MemberSlot, beforeMs: Int64, _ matches: (Timeline.LaneMark.Kind) -> Bool
  ) -> Timeline.LaneMark? {
    guard timeline.marks.indices.contains(slot.index) else { return nil }
    return timeline.marks[slot.index].last { $0.atMs <= beforeMs && matches($0.kind) }
  }
}
