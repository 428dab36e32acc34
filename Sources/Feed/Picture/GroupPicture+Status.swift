import KafkaModel

extension GroupPicture {
  /// Finds out anew whether a partition is read, and by whom it would be.
  mutating func refresh(_ place: Int, _ timeline: inout Timeline) {
    let status = status(of: place)
    partitions[place].status = status
    if status.isRead || status == .unknown {
      // Where nothing is known, nothing more is charged.
      if let since = partitions[place].notReadSinceMs { closeStop(place, since) }
      partitions[place].notReadSinceMs = nil
    } else if partitions[place].notReadSinceMs == nil {
      partitions[place].notReadSinceMs = timeMs
    }
    timeline.ribbon(
      place,
      Timeline.RibbonSpan(fromMs: timeMs, status: status, slot: partitions[place].shownOwner))
  }

  private func status(of place: Int) -> PartitionStatus {
    let partition = partitions[place]
    if let reader = partition.reader, self[reader].canRead {
      return self[reader].doing == .revoking ? .revoking : .read
    }
    if let owner = partition.owner, self[owner].isRunning {
      return self[owner].isConnected ? .assigned : .ghost
    }
    switch partition.planned {
    case .slot(let slot) where self[slot].formerId != nil: return .ghost
    case .slot(let slot) where self[slot].isMember && isPlanInForce(for: slot):
      return self[slot].canRead ? .assigned : .ghost
    case .anotherMember where state == .stable: return .unknown
    case .unknown where state == nil || state == .stable: return .unknown
    default: return .nobody
    }
  }

  /// A plan holds while the group is Stable; who died keeps its share until it is removed.
  private func isPlanInForce(for slot: MemberSlot) -> Bool {
    state == .stable || !self[slot].canRead
  }

  /// A stop is over: it is charged to the rebalance it belongs to.
  private mutating func closeStop(_ place: Int, _ sinceMs: Int64) {
    guard let account = rebalance, account.notReadMs.indices.contains(place) else { return }
    if let ended = account.endedMs, sinceMs > ended { return }
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
      if member.process == .dead || member.process == .ended {
        .gone
      } else if member.canRead && member.reads > 0 {
        .reads
      } else {
        .waits
      }
    timeline.lane(slot, Timeline.LaneSpan(fromMs: timeMs, style: style))
  }
}
