import KafkaModel

extension GroupPicture {
  /// From now on nothing is known of the readers, or all that the members tell.
  mutating func see(isBlind new: Bool, _ timeline: inout Timeline) {
    if isBlind == new { return }
    isBlind = new
    for i in members.indices { members[i].isBlind = new }
    for place in partitions.indices { refresh(place, &timeline) }
    for member in members { refreshLane(member.slot, &timeline) }
  }

  /// Finds out anew whether a partition is read, and by whom it would be.
  mutating func refresh(_ place: Int, _ timeline: inout Timeline) {
    let status = status(of: place)
    var fromMs = timeMs
    partitions[place].status = status
    partitions[place].isOwnerOut = partitions[place].owner.map { self[$0].isOut } ?? false
    partitions[place].isReadFromOutside =
      partitions[place].reader.map { self[$0].readsOutside } ?? false
    // How far a member has come whose process is not ours is not known.
    if status == .unknown, partitions[place].planned != .unknown {
      partitions[place].position = nil
    }
    if status.isRead || status == .unknown {
      // Where nothing is known, nothing more is charged.
      if let since = partitions[place].notReadSinceMs {
        closeStop(place, since, status)
        partitions[place].lastStop = .init(fromMs: since, toMs: timeMs)
      }
      partitions[place].notReadSinceMs = nil
    } else if partitions[place].notReadSinceMs == nil {
      fromMs = partitions[place].stoppedMs(atMs: timeMs)
      partitions[place].notReadSinceMs = fromMs
    }
    timeline.ribbon(
      place,
      Timeline.RibbonSpan(
        fromMs: fromMs, status: status, slot: partitions[place].shownOwner))
  }

  private func status(of place: Int) -> PartitionStatus {
    if isBlind { return .unknown }
    let partition = partitions[place]
    if let reader = partition.reader, self[reader].canRead {
      if !self[reader].isReporting { return unreported(place, by: reader) }
      return self[reader].doing == .revoking ? .revoking : .read
    }
    if let owner = partition.owner, self[owner].isRunning, !self[owner].isOut {
      if !self[owner].isReporting { return unreported(place, by: owner) }
      if !self[owner].isConnected || self[owner].isFrozen { return .ghost }
      // It has stopped reading in order to give up: nobody has it from here on.
      return self[owner].doing == .revoking && state != .stable ? .nobody : .assigned
    }
    switch partition.planned {
    case .slot(let slot) where self[slot].formerId != nil: return .ghost
    // The last known owner of a group that is between two plans.
    case .slot(let slot) where self[slot].process == .unknown && state?.isRebalancing == true:
      return .ghost
    // Whether somebody else's process reads, nobody tells, unless its commits did.
    case .slot(let slot) where self[slot].process == .unknown && self[slot].isMember:
      guard state == .stable else { return .nobody }
      return partition.isFollowed ? .assigned : .unknown
    case .slot(let slot)
    where self[slot].isMember && isPlanInForce(for: slot)
      && (state == .stable || !partition.isGivenUp):
      return self[slot].canRead ? .assigned : .ghost
    case .anotherMember where state == .stable: return .unknown
    case .unknown where state == nil || state == .stable: return .unknown
    default: return .nobody
    }
  }

  /// Of one that hangs nobody knows what it does, but when another one has its share, that counts.
  private func unreported(_ place: Int, by slot: MemberSlot) -> PartitionStatus {
    let planned = partitions[place].planned.slot
    return planned == nil || planned == slot ? .unknown : .nobody
  }

  /// A plan holds while the group is Stable; who died keeps its share until it is removed.
  private func isPlanInForce(for slot: MemberSlot) -> Bool {
    state == .stable || !self[slot].canRead
  }

  /// A stop is over: it is charged to the rebalance it belongs to.
  private mutating func closeStop(_ place: Int, _ sinceMs: Int64, _ status: PartitionStatus) {
    guard let account = rebalance, account.notReadMs.indices.contains(place) else { return }
    if let ended = account.endedMs, sinceMs > ended { return }
    // When a member that is not shown begins to read, nobody tells.
    if status == .unknown { rebalance?.isOpenEnded[place] = true }
    rebalance?.notReadMs[place] += timeMs - sinceMs
  }

  mutating func refreshAll(of slot: MemberSlot, _ timeline: inout Timeline) {
    for place in partitions.indices
    where partitions[place].planned == .slot(slot) || partitions[place].owner == slot
      || partitions[place].reader == slot || !partitions[place].status.isRead
    {
      refresh(place, &timeline)
    }
    refreshLane(slot, &timeline)
  }

  mutating func refreshOwned(_ slot: MemberSlot, _ timeline: inout Timeline) {
    for partition in members[slot.index].owned {
      if let place = table[partition] { refresh(place, &timeline) }
    }
    refreshLane(slot, &timeline)
  }

  mutating func refreshLane(_ slot: MemberSlot, _ timeline: inout Timeline) {
    let member = self[slot]
    let style: Timeline.LaneSpan.Style =
      if member.process == .dead || member.process == .ended || member.isOut && !member.canRead {
        .gone
      } else if isBlind || !member.isReporting {
        .unknown
      } else if member.canRead && member.reads > 0 {
        .reads
      } else {
        .waits
      }
    timeline.lane(slot, Timeline.LaneSpan(fromMs: timeMs, style: style))
  }
}
