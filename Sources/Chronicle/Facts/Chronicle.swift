import Coordinator
import Feed
import KafkaModel

/// What a coordinator and its members say to each other, as the feed's events: the same for the
/// simulation and for real clients.
public enum Chronicle {
  /// - Parameters:
  ///   - group: the fact's group as it is after it; asked for only where it is needed.
  ///   - originMs: the coordinator's time at which the feed's begins.
  public static func tell(
    _ fact: GroupFact, of group: @autoclosure () -> ClassicGroup?, _ roster: some Roster,
    originMs: Int64 = 0, _ tell: (FeedEvent) -> Void
  ) {
    func due(_ deadline: Deadline, _ atMs: Int64?) {
      tell(.deadline(deadline, dueMs: atMs.map { $0 - originMs }))
    }
    switch fact {
    case .stateChanged(_, let to, let generation, let cause):
      tell(.groupState(to, generation, cause))
      if to == .empty { tell(.leader(nil)) }
    case .memberAdded(let id, _, _):
      if let slot = roster.slot(of: id) { tell(.memberAdded(slot, id)) }
    case .memberRemoved(let id, let reason):
      tell(.memberRemoved(roster.slot(of: id), id, reason))
    case .joinParked(let id, _, _, _):
      if let slot = roster.slot(of: id) { tell(.joined(slot)) }
    case .leaderElected(let id): tell(.leader(roster.slot(of: id)))
    case .initialDelay(let dueMs, _): due(.initialDelay, dueMs)
    case .joinTimerSet(let dueMs): due(.join, dueMs)
    case .syncTimerSet(let dueMs): due(.sync, dueMs)
    case .sessionTimerSet(let id, let dueMs): session(of: id, roster).map { due($0, dueMs) }
    case .sessionTimerCleared(let id): session(of: id, roster).map { due($0, nil) }
    case .planWritten(let generation, let shares):
      tell(.plan(generation, shares.map { share($0, roster) }))
    case .offsetCommitted(let partition, let offset, _): tell(.committed(partition, offset))
    case .staticMemberReplaced(_, let old, let new):
      replaced(old, by: new, of: group(), roster, tell)
    case .offsetPending(let partition, let offset, let producer):
      tell(.transaction(.offsetPending(partition, offset, producer)))
    case .transactionEnded(let producer, let isCommit):
      tell(.transaction(.offsetsDecided(producer, isCommit: isCommit)))
    case .generationStarted, .memberIdHandedOut, .pendingIdDropped, .syncParked, .groupDeleted:
      break
    }
  }

  private static func session(of id: MemberId, _ roster: some Roster) -> Deadline? {
    roster.slot(of: id).map {
      roster.isFormer(id, of: $0) ? .formerSession($0) : .session($0)
    }
  }

  /// A static member came back: the same member under a new id. Only where the instance id is
  /// used twice has somebody else been thrown out.
  private static func replaced(
    _ old: MemberId, by new: MemberId, of group: ClassicGroup?, _ roster: some Roster,
    _ tell: (FeedEvent) -> Void
  ) {
    guard let slot = roster.slot(of: new) else { return }
    let other = roster.slot(of: old)
    if let other, other != slot { tell(.memberRemoved(other, old, .fenced)) }
    tell(.deadline(.formerSession(slot), dueMs: nil))
    tell(.memberAdded(slot, new))
    // The plan is the same; who has a share of it is another process.
    if other != slot, let group, group.state == .stable { tell(plan(of: group, roster)) }
  }

  /// The plan that is in force, each member with its share.
  static func plan(of group: ClassicGroup, _ roster: some Roster) -> FeedEvent {
    .plan(
      group.generation,
      group.allMembers.map {
        share(.init(memberId: $0.memberId, assignment: $0.assignment), roster)
      })
  }

  private static func share(
    _ share: SyncGroupRequest.Assignment, _ roster: some Roster
  ) -> PlannedShare {
    // Members that the leader left out get no bytes at all.
    let partitions = (try? ConsumerAssignment(bytes: share.assignment))?.partitions ?? []
    return PlannedShare(
      slot: roster.slot(of: share.memberId), memberId: share.memberId, partitions: partitions)
  }
}
