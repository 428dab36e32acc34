import Feed

extension Scene {
  /// Whom the join phase waits for, and how each of them comes to join.
  func waiting() -> [NextRemark] {
    let count = JoinCount(picture, capabilities)
    let missing = count.missing.map { picture[$0] }
    let gone = missing.filter { !isThere($0) || !$0.isPolling }
    let coming = missing.filter { isThere($0) && $0.isPolling }
    var next: [NextRemark] = []
    if let old = count.former.first {
      next.append(.waitsForFormer(old, inMs: dueIn(picture[old].formerSessionDueMs)))
    }
    if !gone.isEmpty {
      let untilMs = gone.compactMap { dueIn($0.sessionDueMs) }.max()
      next.append(.waitsForGone(gone.map(\.slot), inMs: untilMs))
    }
    if next.count < 2 { next += on(coming).prefix(2 - next.count) }
    if next.isEmpty {
      next.append(
        !capabilities.seesCoordinator
          ? .waitsUnseen : count.all > 0 ? .allJoined(leader: livingLeader) : .waitsForOthers)
    } else if next.count == 1, gone.isEmpty, count.former.isEmpty,
      let due = dueIn(picture.joinDueMs)
    {
      next.append(.atMost(inMs: due))
    }
    return next
  }

  /// Those that will join without more ado, the furthest first.
  private func on(_ members: [MemberPicture]) -> [NextRemark] {
    func slots(_ matches: (MemberPicture) -> Bool) -> [MemberSlot] {
      members.filter(matches).map(\.slot)
    }
    let sent = slots { $0.hasSentJoin }
    let revoking = slots { !$0.hasSentJoin && $0.doing == .revoking }
    let syncing = slots { !$0.hasSentJoin && ($0.doing == .syncing || $0.doing == .assigning) }
    let rest = slots { member in
      !member.hasSentJoin && !revoking.contains(member.slot) && !syncing.contains(member.slot)
    }
    var next: [NextRemark] = []
    if !rest.isEmpty { next.append(.waitsFor(rest)) }
    if !syncing.isEmpty { next.append(.toldBySync(syncing)) }
    if !revoking.isEmpty { next.append(.givesUp(revoking)) }
    if !sent.isEmpty { next.append(.joinOnItsWay(sent)) }
    return next
  }

  /// The leader as long as it can be told the list of members.
  private var livingLeader: MemberSlot? {
    picture.leader.flatMap { picture[$0].isMember && isThere(picture[$0]) ? $0 : nil }
  }

  func completing() -> Story {
    guard let leader = picture.leader else {
      return Story(
        why: planningCause + [.leaderPlans(nil)], cost: cost(),
        next: [.planComes(stops: isEager)] + readers)
    }
    let member = picture[leader]
    if !isThere(member) || !member.isMember {
      let since = silentSinceMs(member)
      return Story(
        why: [.leaderSilent(leader, sinceMs: member.isMember ? since : nil)], cost: cost(),
        next: [.leaderGone(leader, inMs: dueIn(member.sessionDueMs))])
    }
    let others = picture.members.filter { $0.isMember && $0.slot != leader }
    return Story(
      why: planningCause + [.leaderPlans(leader)], cost: cost(),
      next: [planning(member, others)] + readers)
  }

  private var planningCause: [WhyRemark] { secondRound() ?? runningCause(isOver: false) }

  /// How far the plan has come.
  private func planning(_ leader: MemberPicture, _ others: [MemberPicture]) -> NextRemark {
    let waiting = others.filter { $0.doing == .syncing }.map(\.slot)
    if leader.doing == .joining { return .leaderIsTold(leader.slot, waiting: waiting) }
    guard leader.doing == .assigning, leader.hasSent(.syncSent, in: timeline, atMs: nowMs) else {
      return .leaderSends(leader.slot, others: others.map(\.slot), stops: isEager)
    }
    return .planOnItsWay(leader.slot, waiting: waiting)
  }
}
