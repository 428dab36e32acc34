import Feed

/// What an operator does to the whole group.
extension Scene {
  /// All members are stopped and started again.
  func regrouping() -> Story? {
    guard let change = picture.regrouping else { return nil }
    let next: NextRemark
    let gone = picture.members.filter(\.isGone)
    if picture.state != .empty, !gone.isEmpty {
      let untilMs = gone.compactMap { dueIn($0.sessionDueMs) }.max()
      next = .waitsForGone(gone.map(\.slot), inMs: untilMs)
    } else if let due = dueIn(picture.initialDelayDueMs) {
      next = .initialDelay(inMs: due, isExtended: false)
    } else if picture.members.contains(where: { $0.isMember || $0.process == .closing }) {
      next = picture.state == .empty ? .allStart : .allLeave
    } else {
      next = .allStart
    }
    return Story(why: [.regrouping(change)], cost: cost(), next: [next])
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
