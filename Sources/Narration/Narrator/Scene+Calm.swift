import Feed

extension Scene {
  /// The plan is written, and not all is read that the rebalance stopped.
  func settling() -> Story? {
    guard let account = picture.rebalance, account.isOver, !picture.isRebalanceSettled else {
      return nil
    }
    let waiting = fetchers
    var next: [NextRemark] = []
    if !untold.isEmpty { next.append(.sharesSent(untold)) }
    next += firstFetches
    if next.isEmpty { return nil }
    let why = hadOwners || waiting.isEmpty
    return Story(
      why: why ? verdictCause(account) : [.fetchingOffsets(waiting)], cost: cost(),
      next: next + readers)
  }

  /// Members that wait for their shares of the plan, or have them and have not been told yet.
  var untold: [MemberSlot] {
    picture.members.filter { member in
      if member.isMember, member.doing == .syncing || member.doing == .assigning { return true }
      return picture.partitions.contains {
        $0.status == .assigned && $0.owner == nil && $0.planned == .slot(member.slot)
      }
    }.map(\.slot)
  }

  /// The same with those that read on under the cooperative protocol and know only the plan before.
  private var behind: [MemberSlot] {
    guard picture.facts.map({ $0.isCooperative || $0.isMixed }) ?? false else { return untold }
    let old = picture.members.filter { member in
      member.isMember && member.canRead
        && member.generation.map { $0 != picture.generation } ?? false
    }
    return untold.isEmpty ? old.map(\.slot) : untold
  }

  func after(_ account: RebalanceAccount) -> Story {
    let idle = idleRemark.map { [$0] } ?? []
    var next: [NextRemark] = behind.isEmpty ? [] : [.sharesSent(behind)]
    if let place = account.after.indices.first(where: { isNewly($0, account) && isBehind($0) }),
      let slot = account.after[place].slot
    {
      next.append(.backlog(slot, name(picture.partitions[place].partition)))
    }
    if capabilities.canAct, let gone = first({ $0.process == .dead }) {
      next.append(.ifRestarts(gone.slot, all: isEager))
    }
    if next.isEmpty { next.append(.heartbeats(everyMs: heartbeatMs, sessionMs: sessionMs)) }
    return Story(
      why: verdictCause(account) + idle + commonRemark, cost: verdictCost(account), next: next)
  }

  /// More waits in the log than what may just have arrived.
  private func isBehind(_ place: Int) -> Bool {
    (picture.partitions[place].lag(atMs: nowMs) ?? 0) > Self.backlogRecords
  }

  private static let backlogRecords: Int64 = 20

  private func isNewly(_ place: Int, _ account: RebalanceAccount) -> Bool {
    let verdict = account.verdict(place)
    return verdict == .moved || verdict == .needless
  }

  /// Members whose partitions are assigned and not read yet.
  private var fetchers: [MemberSlot] {
    picture.members.filter { member in
      member.isMember && member.canRead
        && member.owned.contains { partition in
          picture.place(of: partition).map { picture.partitions[$0].status == .assigned } ?? false
        }
    }.map(\.slot)
  }

  /// How the partitions that wait come to be read: the first one of a member that reads others
  /// already, and those of members that ask where to go on.
  var firstFetches: [NextRemark] {
    let reading = fetchers.filter { picture[$0].reads > 0 }
    let asking = fetchers.filter { picture[$0].reads == 0 }
    let waiting = picture.partitions.first { partition in
      partition.status == .assigned && partition.shownOwner.map(reading.contains) ?? false
    }
    var next: [NextRemark] = []
    if let waiting, let owner = waiting.shownOwner {
      next.append(.fetchesNext(owner, name(waiting.partition)))
    }
    return asking.isEmpty ? next : next + [.readsAfterOffsets(asking)]
  }

  func fetching() -> Story? {
    let waiting = fetchers
    guard !waiting.isEmpty else { return nil }
    return Story(why: [.fetchingOffsets(waiting)], cost: cost(), next: firstFetches)
  }

  func isSlow(_ member: MemberPicture) -> Bool {
    guard let rate = member.processRate, member.canRead, member.reads > 0 else { return false }
    return arriving(member) > rate * 1000
  }

  func slow(_ member: MemberPicture) -> Story {
    let arriving = arriving(member)
    let rate = member.processRate ?? 0
    let lag = member.owned.compactMap { partition in
      picture.place(of: partition).flatMap { picture.partitions[$0].lag(atMs: nowMs) }
    }.reduce(0, +)
    return Story(
      why: [.slow(member.slot, perSecond: rate, arriving: arriving / 1000)],
      cost: notRead.isEmpty
        ? [.lagGrows(lag: lag, perSecond: arriving / 1000 - rate)] : cost(),
      next: [.lagGrowsOn(member.slot)] + pollWithin(member))
  }

  /// nil where all that is assigned is ours.
  private var strangersHave: WhyRemark? {
    let theirs = picture.partitions.filter { $0.status == .unknown && $0.planned.slot != nil }
    let slots = picture.members.map(\.slot).filter { slot in
      theirs.contains { $0.planned == .slot(slot) }
    }
    return theirs.isEmpty ? nil : .strangersHave(slots, theirs.map { name($0.partition) })
  }

  /// Members that own nothing because there are more members than partitions.
  private var idleRemark: WhyRemark? {
    let members = picture.members.filter(\.isMember)
    let idle = members.filter { $0.doing == .idle || ($0.owned.isEmpty && $0.canRead) }
    guard !idle.isEmpty, members.count > picture.partitions.count else { return nil }
    return .idle(
      idle.map(\.slot), members: members.count, partitions: picture.partitions.count)
  }

  /// Shares that differ by two or more: that is the assignor's way of dealing.
  private var sharesRemark: WhyRemark? {
    let members = picture.members.filter { $0.isMember && $0.canRead }
    guard let most = members.max(by: { $0.owned.count < $1.owned.count }),
      let least = members.min(by: { $0.owned.count < $1.owned.count }),
      most.owned.count >= least.owned.count + 2, let assignor = picture.facts?.assignors.first
    else { return nil }
    return .shares(
      most: most.slot, most.owned.count, least: least.slot, least.owned.count,
      assignor: assignor)
  }

  /// A short while ago; nothing has come of it.
  private var coordinatorMoved: WhyRemark? {
    guard let movedMs = picture.coordinatorMovedMs, nowMs - movedMs <= Narrator.verdictLastsMs,
      let broker = picture.facts?.coordinator
    else { return nil }
    return .coordinatorMoved(broker)
  }

  func calm() -> Story {
    let members = picture.members.filter(\.isMember)
    var why: [WhyRemark] = []
    if let moved = coordinatorMoved { why.append(moved) }
    let foreign = picture.partitions.filter { $0.planned == .anotherMember }
    if !foreign.isEmpty {
      why.append(.otherMember(foreign.map { name($0.partition) }))
    } else if let remark = assignedToNobody ?? strangersHave {
      why.append(remark)
    } else if let remark = idleRemark ?? sharesRemark {
      why.append(remark)
    } else if why.isEmpty {
      why.append(.allRead(members: members.count, partitions: picture.partitions.count))
    }
    why += commonRemark
    var next: [NextRemark] = [.heartbeats(everyMs: heartbeatMs, sessionMs: sessionMs)]
    let ours = members.first { $0.isRunning && $0.identity.isOurs }
    if capabilities.canAct, let reader = ours {
      next.append(.tryKill(reader.slot))
    }
    return Story(why: why, cost: cost(), next: next)
  }
}
