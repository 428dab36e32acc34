import Feed
import KafkaModel

extension Scene {
  /// The account's cause, or that of the phase that runs.
  func runningCause(isOver: Bool) -> [WhyRemark] {
    let account = picture.rebalance
    let known = account?.cause ?? timeline.phases.last { $0.fromMs <= nowMs }?.cause
    let cause = cause(known, atMs: account?.startedMs ?? nowMs)
    return [.cause(cause, isOver: isOver)] + (capabilities.seesCoordinator ? [] : [.inferred])
  }

  func preparing() -> Story {
    var why = runningCause(isOver: false)
    if isEager, hadOwners { why.append(.eagerStop) }
    if let due = dueIn(picture.initialDelayDueMs) {
      return Story(why: why, cost: cost(), next: [.initialDelay(inMs: due)])
    }
    return Story(why: why, cost: cost(), next: waiting())
  }

  private var hadOwners: Bool {
    picture.rebalance?.before.contains { $0.slot != nil || $0 == .anotherMember } ?? false
  }

  private func waiting() -> [NextRemark] {
    let missing = picture.members.filter { $0.isMember && !$0.hasSentJoin }
    let former = picture.members.filter { $0.formerId != nil }
    let coming = missing.filter { isThere($0) && $0.isPolling }.map(\.slot)
    let gone = missing.filter { !isThere($0) || !$0.isPolling }
    var next: [NextRemark] = []
    if let old = former.first {
      next.append(.waitsForFormer(old.slot, inMs: dueIn(old.formerSessionDueMs)))
    }
    if !gone.isEmpty {
      next.append(.waitsForGone(gone.map(\.slot), inMs: gone.compactMap(goneUntilMs).max()))
    }
    if !coming.isEmpty, next.count < 2 { next.append(.waitsFor(coming)) }
    if next.isEmpty {
      let anybody = picture.members.contains { $0.hasSentJoin }
      next.append(anybody ? .allJoined(leader: picture.leader) : .waitsForOthers)
    }
    if next.count == 1, let due = dueIn(picture.joinDueMs) { next.append(.atMost(inMs: due)) }
    return next
  }

  private func goneUntilMs(_ member: MemberPicture) -> Int64? { dueIn(member.sessionDueMs) }

  func completing() -> Story {
    let leader = picture.leader
    let why = runningCause(isOver: false) + [.leaderPlans(leader)]
    guard let leader else { return Story(why: why, cost: cost(), next: [.planComes]) }
    let member = picture[leader]
    if !isThere(member) || !member.isMember {
      return Story(
        why: why, cost: cost(), next: [.leaderGone(leader, inMs: dueIn(member.sessionDueMs))])
    }
    let others = picture.members.filter { $0.isMember && $0.slot != leader }.map(\.slot)
    return Story(why: why, cost: cost(), next: [.leaderSends(leader, others: others)])
  }

  /// A rebalance that took partitions from somebody and ended a short while ago.
  var verdict: RebalanceAccount? {
    guard let account = picture.rebalance, let ended = account.endedMs,
      nowMs - ended <= Narrator.verdictLastsMs,
      account.before.contains(where: { $0.slot != nil || $0 == .anotherMember })
    else { return nil }
    return account
  }
}

extension Narrator {
  /// How long the verdict on a rebalance stands once it is over, unless something happens.
  static let verdictLastsMs: Int64 = 60_000

  /// The rebalance whose verdict the picture shows now: it is over, it had owners to lose, and
  /// it ended less than a minute ago.
  public static func verdict(_ picture: GroupPicture) -> RebalanceAccount? {
    guard picture.state == .stable else { return nil }
    return Scene(
      picture: picture, timeline: Timeline(),
      capabilities: Capabilities(
        kind: .recording, canTravel: false, canAct: false, seesCoordinator: true)
    ).verdict
  }
}
