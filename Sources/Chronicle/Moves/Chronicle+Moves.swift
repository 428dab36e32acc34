import Coordinator
import Feed
import KafkaModel

/// Another broker takes over, or the same one begins anew.
extension Chronicle {
  /// The old coordinator forgets its groups, and with them all that it waited for.
  public static func tellUnloaded(slots: Int, _ tell: (FeedEvent) -> Void) {
    for deadline in [Deadline.initialDelay, .join, .sync] { tell(.deadline(deadline, dueMs: nil)) }
    for slot in (0..<slots).map(MemberSlot.init) {
      tell(.deadline(.session(slot), dueMs: nil))
      tell(.deadline(.formerSession(slot), dueMs: nil))
    }
  }

  /// The new one has read what was written down.
  ///
  /// - Parameters:
  ///   - group: as it came out of the log; nil where nothing was in it.
  ///   - before: who was a member when the old one let go.
  public static func tellLoaded(
    _ group: ClassicGroup?, before: [MemberId], _ roster: some Roster,
    _ tell: (FeedEvent) -> Void
  ) {
    let known = group?.allMembers.map(\.memberId) ?? []
    for id in before where !known.contains(id) {
      tell(.memberRemoved(roster.slot(of: id), id, .coordinatorMoved))
    }
    for id in known where !before.contains(id) {
      if let slot = roster.slot(of: id) { tell(.memberAdded(slot, id)) }
    }
    if let group, !known.isEmpty { tell(plan(of: group, roster)) }
    let state: GroupState = known.isEmpty ? .empty : .stable
    tell(.groupState(state, group?.generation ?? Generation(0), nil))
    tell(.leader(group?.leader.flatMap { roster.slot(of: $0) }))
  }
}
