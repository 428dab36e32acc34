import Feed

/// Static members (KIP-345): silence instead of LeaveGroup, and a place that is kept.
extension Scene {
  func staticSilent(_ member: MemberPicture) -> Story {
    Story(
      why: [.staticSilent(member.slot)], cost: cost(),
      next: [
        .staticReturn(
          member.slot, inMs: dueIn(member.sessionDueMs), limitMs: sessionMs(member.slot))
      ])
  }

  func staticLeaving(_ member: MemberPicture) -> Story {
    Story(
      why: [.staticLeaving(member.slot)], cost: cost(),
      next: [
        .staticReturn(
          member.slot, inMs: dueIn(member.sessionDueMs), limitMs: sessionMs(member.slot))
      ])
  }

  func staticBack(_ member: MemberPicture) -> Story {
    let next: [NextRemark] =
      switch member.doing {
      case .joining: [.joinOnItsWay([member.slot]), .takesPlace(member.slot)]
      case .syncing, .assigning: [.sharesSent([member.slot])]
      default: [.takesPlace(member.slot)]
      }
    return Story(why: [.staticBack(member.slot)], cost: cost(), next: next)
  }

  /// One that has come back a short while ago, and nothing has rebalanced since.
  func staticReturned() -> Story? {
    let back = picture.members.filter { member in
      guard let returned = member.returnedMs, member.isMember, member.canRead else { return false }
      return nowMs - returned <= Narrator.verdictLastsMs && returned >= picture.stateSinceMs
    }
    guard let member = back.max(by: { ($0.returnedMs ?? 0) < ($1.returnedMs ?? 0) }) else {
      return nil
    }
    let waits = fetching()
    return Story(
      why: [.staticReturned(member.slot, member.owned.map(name))],
      cost: waits?.cost ?? stop(of: member) ?? cost(),
      next: waits?.next ?? [.heartbeats(everyMs: heartbeatMs, sessionMs: sessionMs)])
  }

  /// What nobody read while its process was away.
  private func stop(of member: MemberPicture) -> [CostRemark]? {
    let stops = member.owned.compactMap { partition in
      picture.place(of: partition).flatMap { place in
        picture.partitions[place].lastStop.map { (partition, $0) }
      }
    }
    if stops.isEmpty { return nil }
    let ms = stops.reduce(0) { $0 + TimeText.inTenths(ms: $1.1.toMs - $1.1.fromMs) }
    return [.stopWithoutRebalance(stops.map { name($0.0) }, partitionMs: ms)]
      + readTwice(stops.map { ($0.0, $0.1.readTwice) })
  }
}
