import Feed
import KafkaModel

/// Two processes with one group.instance.id (KIP-345): the later one wins.
extension Scene {
  /// The member that has this process's group.instance.id.
  func twin(of member: MemberPicture) -> MemberPicture? {
    guard let id = member.identity.instanceId else { return nil }
    return first { $0.slot != member.slot && $0.isMember && $0.identity.instanceId == id }
  }

  func isFenced(_ member: MemberPicture) -> Bool {
    guard case .removed(.fenced, _) = member.membership else { return false }
    return member.isRunning && member.doing != .failed
  }

  func comesAs(_ other: MemberPicture, _ member: MemberPicture) -> Story {
    Story(
      why: [.sameInstance(member.slot, as: other.slot)], cost: cost(),
      next: (member.doing == .joining ? [.joinOnItsWay([member.slot])] : [])
        + [.takesPlaceOf(member.slot, other.slot)])
  }

  func fenced(_ member: MemberPicture, _ other: MemberPicture) -> Story {
    Story(
      why: [.fenced(member.slot, by: other.slot, reads: other.reads > 0)], cost: cost(),
      next: onTheirWay + [.toldFenced(member.slot)])
  }

  /// Who is still told its share of the plan, or asks where to go on.
  var onTheirWay: [NextRemark] {
    (untold.isEmpty ? [] : [.sharesSent(untold)]) + firstFetches
  }

  /// It has found out that the group has gone on without it.
  func comesBack(_ member: MemberPicture) -> Story {
    Story(
      why: [.comesBack(member.slot)], cost: costOrVerdict(),
      next: onTheirWay + [joining(member)])
  }

  func failedByFence(_ member: MemberPicture, _ other: MemberPicture) -> Story {
    Story(
      why: [.failed(member.slot, member.failure ?? .fencedInstanceId)], cost: costOrVerdict(),
      next: [.fencesInTurn(member.slot, other.slot)])
  }
}

/// A poll() that came too late (`max.poll.interval.ms`), before the coordinator hears of it.
extension Scene {
  func hasMissedPoll(_ member: MemberPicture) -> Bool {
    guard let missed = lastMark(member.slot, beforeMs: nowMs, { $0 == .pollMissed }) else {
      return false
    }
    let joined = lastMark(member.slot, beforeMs: nowMs) { $0 == .joinSent }
    return missed.atMs >= joined?.atMs ?? 0
  }

  func unpolled(_ member: MemberPicture) -> Story {
    if member.isStatic {
      return Story(
        why: [.quietUnpolled(member.slot, limitMs: pollMs)], cost: cost(),
        next: [sessionEnd(member.slot, dueIn(member.sessionDueMs))])
    }
    return Story(
      why: [.leavesUnpolled(member.slot, limitMs: pollMs)], cost: cost(),
      next: [.leaves(member.slot)])
  }

  /// A slow one's next poll(), where that is near enough to be a worry.
  func pollWithin(_ member: MemberPicture) -> [NextRemark] {
    guard let due = dueIn(member.pollDueMs), due <= Self.pollSightMs else { return [] }
    return [.pollWithin(member.slot, inMs: due)]
  }

  private static let pollSightMs: Int64 = 30_000
}

/// Members on their way from one assignor to another, bounce by bounce (KIP-429).
extension Scene {
  /// What the lists have in common, where they differ.
  var commonRemark: [WhyRemark] {
    guard let facts = picture.facts, let assignor = facts.assignors.first else { return [] }
    if facts.isMixed { return [.eagerAsYet(assignor: assignor)] }
    let differs = picture.members.contains { member in
      member.isMember && member.assignors.map { $0.first != assignor } ?? false
    }
    return differs ? [.commonOnly(assignor: assignor)] : []
  }

  /// How members stop, or do not.
  var stopRemark: WhyRemark {
    guard isEager else { return .cooperativeKeeps }
    let keepers = picture.members.filter { member in
      member.isMember && !member.owned.isEmpty
        && member.assignors.map { Assignors.rebalanceProtocol(of: $0) == .cooperative } ?? false
    }
    return keepers.isEmpty ? .eagerStop : .someKeep(keepers.map(\.slot))
  }
}
