import Feed

/// What an operator does to the whole group.
extension Scene {
  /// All members are stopped and started again.
  func regrouping() -> Story? {
    guard let change = picture.regrouping else { return nil }
    return Story(why: [.regrouping(change)], cost: cost(), next: regroupingNext)
  }

  private var regroupingNext: [NextRemark] {
    let gone = picture.members.filter(\.isGone)
    if picture.state != .empty, !gone.isEmpty {
      let untilMs = gone.compactMap { dueIn($0.sessionDueMs) }.max()
      return [.waitsForGone(gone.map(\.slot), inMs: untilMs)]
    }
    if picture.members.contains(where: { $0.process == .closing && $0.isMember }) { return leavers }
    let starting = first { $0.isRunning && $0.membership == .none && $0.isConnected }
    let joins = starting.map { [joining($0)] } ?? []
    if let due = dueIn(picture.initialDelayDueMs) {
      return joins + [.initialDelay(inMs: due, isExtended: false)]
    }
    switch picture.state {
    case .completingRebalance: return completing().next
    case .preparingRebalance where starting == nil: return waiting()
    default: return joins.isEmpty ? [.allStart] : joins
    }
  }

  /// Who has still to leave, as far as that has begun.
  private var leavers: [NextRemark] {
    let closing = picture.members.filter { $0.process == .closing && $0.isMember }
    let reading = closing.filter { !$0.owned.isEmpty }.map(\.slot)
    let onTheWay = closing.filter(\.owned.isEmpty).map(\.slot)
    if onTheWay.isEmpty, !picture.members.contains(where: \.isOut) { return [.allLeave] }
    return [.stillLeaving(reading, onTheWay: onTheWay)]
  }

  /// Partitions that were added and that the leader has not noticed.
  func partitionsAdded() -> Story? {
    let added = picture.partitions.filter { $0.addedMs != nil && $0.planned == .nobody }
    guard let last = added.compactMap(\.addedMs).max() else { return nil }
    let names = added.map { name($0.partition) }
    let limitMs = picture.facts?.number("metadata.max.age.ms")
    return Story(
      why: [.partitionsAdded(names)], cost: cost(),
      next: [.leaderLooks(picture.leader, names, inMs: dueIn(limitMs.map { last + $0 }))])
  }

  /// Partitions that the plan leaves out.
  var assignedToNobody: WhyRemark? {
    guard capabilities.seesCoordinator else { return nil }
    let left = picture.partitions.filter { $0.planned == .nobody && $0.owner == nil }
    return left.isEmpty ? nil : .assignedToNobody(left.map { name($0.partition) })
  }
}
