import Feed
import KafkaModel

/// Concludes what the coordinator does from what our members send and hear, and corrects it by
/// DescribeGroups where the broker offers that.
///
/// DescribeGroups alone is not enough: it has no generation, and a rebalance of a few
/// milliseconds falls between two questions.
struct GroupInference {
  private(set) var seats: [Seat] = []
  var partitions: [TopicPartition] = []
  var state: GroupState?
  var generation = Generation.none
  /// Who has led the last join phase, if that is one of ours.
  var leader: MemberSlot?
  /// When `state` changed last.
  var changedMs: Int64 = .min
  /// What our leader has sent with SyncGroup and the coordinator may not have taken yet.
  var pending: (generation: Generation, shares: [PlannedShare])?
  var shares: [PlannedShare] = []

  /// How far the coordinator's clock and ours may be apart in what they take for now.
  static let slackMs: Int64 = 500

  /// A member that runs under this name from now on.
  mutating func add(_ identity: MemberIdentity) -> MemberSlot {
    seats.append(Seat(identity))
    return MemberSlot(seats.count - 1)
  }

  subscript(slot: MemberSlot) -> Seat {
    get { seats[slot.index] }
    set { seats[slot.index] = newValue }
  }

  var slots: [MemberSlot] { seats.indices.map { MemberSlot($0) } }

  /// Who has this id now.
  func slot(of id: MemberId) -> MemberSlot? {
    slots.first { !id.isEmpty && self[$0].memberId == id }
  }

  /// Members that we run.
  var ours: [MemberSlot] { slots.filter { self[$0].identity.isOurs } }

  /// Members of ours that are dead while the coordinator may still hold their ids.
  var ghosts: [MemberId] {
    seats.flatMap { seat in
      let own = seat.identity.isOurs && !seat.isAlive && seat.isMember ? [seat.memberId] : []
      return own + seat.formers.map(\.memberId)
    }
  }

  /// A process sits in the seat now, perhaps after another one.
  mutating func started(_ slot: MemberSlot) {
    let old = self[slot]
    var new = Seat(old.identity)
    new.hasStarted = true
    new.formers = old.formers
    if old.isMember {
      new.formers.append(Seat.Former(memberId: old.memberId, dueMs: old.sessionDueMs))
    }
    self[slot] = new
  }

  /// The process in the seat is gone; what was waited for may be complete without it.
  mutating func died(_ slot: MemberSlot, nowMs: Int64) -> [TimedEvent] {
    self[slot].isAlive = false
    return becomeStableIfDue(generation, nowMs)
  }

  /// What one of our members tells, and what follows from it, in order.
  mutating func heard(_ timed: TimedEvent, from slot: MemberSlot) -> [TimedEvent] {
    let nowMs = timed.timeMs
    switch timed.event {
    case .memberId(_, let id):
      let lost = renamed(slot, id, nowMs)
      return lost + [timed]
    case .requestSent(_, .joinGroup) where self[slot].memberId.isEmpty:
      self[slot].askedWithoutIdMs = nowMs
      return [timed]
    case .requestSent(_, .joinGroup):
      return [timed] + prepare(nowMs, by: slot)
    case .groupState(_, let generation, _):
      return complete(generation, by: slot, nowMs)
    case .leader(let slot):
      leader = slot
      return [timed]
    case .plan(let generation, let shares):
      pending = (generation, shares)
      return []
    case .assigned(_, let list, let generation):
      self[slot].assigned = (generation, list)
      return becomeStableIfDue(generation, nowMs) + [timed]
    case .responseReceived(_, .heartbeat, .rebalanceInProgress):
      return [timed] + prepare(nowMs, by: nil)
    case .responseReceived(_, .syncGroup, .none):
      // A cooperative member gives up what it must before it tells what it has.
      return becomeStableIfDue(self[slot].joined, nowMs, isSynced: true) + [timed]
    case .responseReceived(_, .leaveGroup, _):
      return [timed] + left(slot, nowMs)
    case .responseReceived(_, .joinGroup, let error) where error != .unknownMemberId:
      self[slot].askedWithoutIdMs = nil
      return [timed]
    case .responseReceived(_, _, .unknownMemberId):
      return [timed] + removed(slot, .sessionTimedOut, nowMs)
    case .responseReceived(_, _, .fencedInstanceId):
      return [timed] + removed(slot, .fenced, nowMs)
    case .doing(_, .leaving):
      self[slot].isLeaving = true
      return [timed]
    case .deadline(.session, let dueMs):
      // It forgets its session as it closes; the coordinator, whom nobody tells, does not.
      if dueMs == nil, self[slot].isStatic, self[slot].isLeaving { return [] }
      self[slot].sessionDueMs = dueMs
      return [timed]
    default: return [timed]
    }
  }

  /// Time has passed, and nobody has told anything.
  ///
  /// `isDescribed`: the broker tells by DescribeGroups when sessions have ended.
  mutating func passed(_ nowMs: Int64, isDescribed: Bool) -> [TimedEvent] {
    let events = prepareIfHeld(nowMs)
    return isDescribed ? events : events + emptyIfExpired(nowMs)
  }

  /// A JoinGroup without an id that is not answered is held: this broker gives ids at the end.
  private mutating func prepareIfHeld(_ nowMs: Int64) -> [TimedEvent] {
    var events: [TimedEvent] = []
    for slot in slots {
      guard let askedMs = self[slot].askedWithoutIdMs, nowMs > askedMs + Self.slackMs / 2 else {
        continue
      }
      self[slot].askedWithoutIdMs = nil
      events += prepare(nowMs, by: slot)
    }
    return events
  }

  private mutating func emptyIfExpired(_ nowMs: Int64) -> [TimedEvent] {
    let someoneLives = seats.contains { $0.isAlive && $0.isMember }
    if state == nil || state == .empty || someoneLives || hasStrangers { return [] }
    let events = removeExpired(dueBy: nowMs - 4 * Self.slackMs, nowMs).events
    if events.isEmpty || !ghosts.isEmpty { return events }
    return events + enter(.empty, nil, nowMs, .inferred)
  }

  /// The plan names members that no seat stands for.
  var hasStrangers: Bool { shares.contains { $0.slot == nil && !$0.partitions.isEmpty } }
}
