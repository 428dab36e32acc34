import Feed

extension Scene {
  /// The most urgent thing first: what the coordinator does not know, then what has gone wrong,
  /// then the verdict, then peace.
  func stable() -> Story {
    if let member = first(\.isGone) { return silent(member) }
    if let member = first({ $0.isRunning && $0.isMember && $0.isFrozen }) {
      return Story(
        why: [
          member.identity.isOurs
            ? .frozen(member.slot) : .silent(member.slot, sinceMs: silentSinceMs(member))
        ], cost: cost(),
        next: [sessionEnd(member.slot, dueIn(member.sessionDueMs))])
    }
    if let member = first({ $0.isRunning && $0.isMember && !$0.isReporting }) {
      return Story(
        why: [.hangs(member.slot)], cost: cost(),
        next: [sessionEnd(member.slot, dueIn(member.sessionDueMs))])
    }
    if let member = first({ $0.formerId != nil }) {
      return member.isStatic ? staticBack(member) : restarted(member)
    }
    if let member = first({ $0.isMember && !$0.isConnected && $0.isRunning }) {
      return cutOff(member)
    }
    if let member = first({ $0.process == .closing && $0.isMember }) {
      return member.isStatic ? staticLeaving(member) : leaving(member)
    }
    if let member = first({ $0.isMember && $0.isRunning && hasMissedPoll($0) }) {
      return unpolled(member)
    }
    if let member = first({ $0.isMember && !$0.isPolling && $0.isRunning }) {
      return notPolling(member)
    }
    if let story = refusedByTransactions() { return story }
    if let story = handingOver() ?? partitionsAdded() ?? outsiders() ?? settling() { return story }
    if let story = transactional() ?? staticReturned() { return story }
    if let account = verdict { return after(account) }
    if let member = first(isSlow) { return slow(member) }
    return fetching() ?? calm()
  }

  private func silent(_ member: MemberPicture) -> Story {
    if member.isStatic { return staticSilent(member) }
    let slot = member.slot
    let due = dueIn(member.sessionDueMs)
    let since = silentSinceMs(member)
    return Story(
      why: [
        isOverdue(due) ? .silentTooLong(slot, sinceMs: since) : .silent(slot, sinceMs: since)
      ] + leftOpen(member), cost: cost(),
      next: [sessionEnd(slot, due)])
  }

  /// The last sign of life that the coordinator counts the session from: a heartbeat, or what
  /// made it a member.
  func silentSinceMs(_ member: MemberPicture) -> Int64? {
    let counted = member.sessionDueMs.flatMap { due in
      sessionMs(member.slot).map { due - $0 }
    }
    let heard = [counted, member.lastHeartbeatMs].compactMap { $0 }.max()
    return heard ?? member.diedMs
  }

  func sessionEnd(_ slot: MemberSlot, _ dueMs: Int64?) -> NextRemark {
    guard let dueMs else { return .removesWhenDue(slot) }
    let others = present.filter { $0.slot != slot }.map(\.slot)
    let limitMs = sessionMs(slot)
    if isOverdue(dueMs) { return .sessionIsOver(slot, limitMs: limitMs, others: others) }
    return .sessionEnds(slot, inMs: dueMs, limitMs: limitMs, others: others)
  }

  /// Due by our clock, where the coordinator's is not seen.
  private func isOverdue(_ dueMs: Int64?) -> Bool { dueMs == 0 && !capabilities.seesCoordinator }

  private func leaving(_ member: MemberPicture) -> Story {
    let next: NextRemark =
      member.owned.isEmpty ? .leaveOnItsWay(member.slot) : .leaves(member.slot)
    return Story(why: [.leaving(member.slot)], cost: cost(), next: [next])
  }

  private func restarted(_ member: MemberPicture) -> Story {
    Story(
      why: [.restarted(member.slot)], cost: cost(),
      next: [
        .joinsAsNew(member.slot),
        .waitsForFormer(member.slot, inMs: dueIn(member.formerSessionDueMs)),
      ])
  }

  private func cutOff(_ member: MemberPicture) -> Story {
    Story(
      why: [.cutOff(member.slot, sinceMs: silentSinceMs(member))], cost: cost(),
      next: [sessionEnd(member.slot, dueIn(member.sessionDueMs))])
  }

  private func notPolling(_ member: MemberPicture) -> Story {
    let next: NextRemark =
      dueIn(member.pollDueMs).map { .pollDue(member.slot, inMs: $0) } ?? .pollHolds(member.slot)
    return Story(why: [.notPolling(member.slot)], cost: cost(), next: [next])
  }

  /// Members that are out of the group, or should be in it.
  private func outsiders() -> Story? {
    if let member = first({ $0.doing == .failed && $0.isRunning }) {
      if let other = twin(of: member) { return failedByFence(member, other) }
      return Story(
        why: [.failed(member.slot, member.failure ?? .unknownServerError)], cost: cost(),
        next: [.applicationMustHandle(member.slot)])
    }
    if let member = first(isFenced), let other = twin(of: member) { return fenced(member, other) }
    if let member = first({ $0.readsOutside && $0.isRunning }) {
      return Story(
        why: [.readsOutside(member.slot, isGroupEmpty: false)], cost: costOrVerdict(),
        next: onTheirWay + [.returnsAfterBatch(member.slot)])
    }
    if let member = first({ isExpelled($0) && $0.doing == .joining && $0.canRead }) {
      return comesBack(member)
    }
    if let member = first({ isExpelled($0) && !$0.isPolling }) {
      return Story(
        why: [.pollMissed(member.slot, limitMs: pollMs)], cost: costOrVerdict(),
        next: onTheirWay + [.returnsWithPoll(member.slot)])
    }
    if let member = first({ isExpelled($0) && !$0.isConnected }) {
      return Story(
        why: [.cutOffRemoved(member.slot)], cost: costOrVerdict(),
        next: onTheirWay + [.returnsWhenHealed(member.slot)])
    }
    if let story = refusing() { return story }
    if let member = first({ $0.isRunning && $0.membership == .none && $0.isConnected }) {
      if let other = twin(of: member) { return comesAs(other, member) }
      return Story(why: [.joiningQuietly(member.slot)], cost: cost(), next: [joining(member)])
    }
    return nil
  }

  /// One asks again and again, and is not taken in.
  func refusing() -> Story? {
    let refused = first {
      $0.isRunning && !$0.isMember && $0.doing != .failed && $0.refusal != nil
    }
    guard let refused, let error = refused.refusal else { return nil }
    return Story(
      why: [
        .joinRefused(
          refused.slot, error, offers: refused.terms?.assignors ?? refused.assignors ?? [],
          group: picture.facts?.assignors ?? [])
      ], cost: cost(), next: [.refusedUntilChanged(refused.slot)])
  }

  /// How far a newcomer has come.
  func joining(_ member: MemberPicture) -> NextRemark {
    guard member.doing == .joining else { return .joinsAsNew(member.slot) }
    if member.memberId == nil, !member.isStatic { return .isGivenAnId(member.slot) }
    return picture.state == .preparingRebalance
      ? .joinOnItsWay([member.slot]) : .joinsWithItsId(member.slot)
  }

  func isExpelled(_ member: MemberPicture) -> Bool { member.isOut && member.isRunning }

  func costOrVerdict() -> [CostRemark] {
    guard let account = verdict, notRead.isEmpty else { return cost() }
    return verdictCost(account)
  }
}
