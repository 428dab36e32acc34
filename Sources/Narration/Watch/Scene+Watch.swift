import Feed
import KafkaModel

/// A group of which only the brokers' answers are seen: what they say, and what follows from it.
extension Scene {
  /// No process of ours is in it, and the coordinator is not ours either.
  var isWatched: Bool {
    capabilities.kind == .watch
      || !capabilities.seesCoordinator && picture.members.allSatisfy { !$0.identity.isOurs }
        && picture.generation == nil && !picture.members.isEmpty
  }

  /// A scene for the log's lines, whoever plays it.
  static func logged(_ picture: GroupPicture, _ timeline: Timeline) -> Scene {
    func scene(_ seesCoordinator: Bool) -> Scene {
      Scene(
        picture: picture, timeline: timeline,
        capabilities: Capabilities(
          kind: .recording, canTravel: false, canAct: false, seesCoordinator: seesCoordinator))
    }
    let outside = scene(false)
    return outside.isWatched ? outside : scene(true)
  }

  /// The log tells what was seen: whoever is not in an answer any more is gone.
  func loggedCause(_ cause: RebalanceCause, atMs: Int64) -> Cause {
    if isWatched, case .memberLeft(let id) = cause { return .gone(who(id)) }
    return self.cause(cause, atMs: atMs)
  }

  func watched() -> Story {
    switch picture.state {
    case nil:
      return story(
        [.noGroup], [.unknown], [.watch(.whoeverJoins)],
        StoryEvidence(why: .seen, cost: .unknown, next: .inferred))
    case .dead:
      return story(
        [.groupDead], [.unknown], [.watch(.whoeverJoins)],
        StoryEvidence(why: .seen, cost: .unknown, next: .inferred))
    case .empty:
      return story(
        [.empty], watchCost, [.watch(.whoeverJoins)],
        StoryEvidence(why: .seen, cost: costEvidence, next: .inferred))
    case .preparingRebalance, .completingRebalance: return watchedRebalance()
    case .stable: return watchedStable()
    }
  }

  private func story(
    _ why: [WhyRemark], _ cost: [CostRemark], _ next: [NextRemark], _ evidence: StoryEvidence
  ) -> Story {
    Story(why: why, cost: cost, next: next, evidence: evidence)
  }

  private func watchedRebalance() -> Story {
    var why = watchedCauses(isOver: false)
    let isGiven = picture.facts?.text(GroupFacts.duringRebalanceKey)
    if let isGiven, picture.partitions.contains(where: { $0.planned.slot != nil }) {
      why.append(.watch(.ghosts(ageMs: nowMs - picture.stateSinceMs, isGiven: isGiven == "given")))
    }
    let isPreparing = picture.state == .preparingRebalance
    return story(
      why, watchCost, [.watch(isPreparing ? .joinPhase : .planPhase)],
      StoryEvidence(why: .inferred, cost: .inferred, next: .inferred))
  }

  private func watchedStable() -> Story {
    if let type = picture.facts?.text(GroupFacts.protocolTypeKey) {
      return story(
        [.watch(.notConsumers(type))], watchCost, calmNext,
        StoryEvidence(why: .seen, cost: costEvidence, next: .inferred))
    }
    if let account = recentAccount {
      let next: [NextRemark] =
        picture.isRebalanceSettled ? calmNext : [.watch(.commitsShow)]
      return story(
        watchedCauses(isOver: true), watchVerdict(account), watchedTrouble.map { $0.next } ?? next,
        StoryEvidence(why: .inferred, cost: .inferred, next: .inferred))
    }
    if let trouble = watchedTrouble {
      return story(
        trouble.why, watchCost, trouble.next,
        StoryEvidence(why: .inferred, cost: costEvidence, next: .inferred))
    }
    let back = replaced
    if !back.isEmpty {
      return story(
        [.watch(.replaced(back))], watchCost, notRead.isEmpty ? calmNext : [.watch(.commitsShow)],
        StoryEvidence(why: .inferred, cost: costEvidence, next: .inferred))
    }
    return watchedCalm()
  }

  /// Static members that have come under a new id a short while ago.
  private var replaced: [MemberSlot] {
    picture.members.filter { member in
      guard let returned = member.returnedMs, member.isMember else { return false }
      return nowMs - returned <= Narrator.verdictLastsMs && returned >= picture.stateSinceMs
    }.map(\.slot)
  }

  /// Lag is told; that something is not read follows from commits that do not come.
  private var costEvidence: Evidence { notRead.isEmpty ? .seen : .inferred }

  /// What is wrong, the worst first.
  private var watchedTrouble: (why: [WhyRemark], next: [NextRemark])? {
    let silent = picture.members.filter { $0.isMember && $0.doing == .silent }
    if let first = silent.first {
      let since = picture.partitions.filter { $0.planned == .slot(first.slot) }
        .compactMap(\.notReadSinceMs).min()
      return (
        [.watch(.silent(silent.map(\.slot), sinceMs: since ?? picture.stateSinceMs))],
        [.watch(.mayExpire(first.slot))]
      )
    }
    if let added = partitionsAdded() { return (added.why, added.next) }
    if let slow = first({ $0.isMember && $0.doing == .slow }) {
      return (
        [.watch(.slow(slow.slot, lag: lag(of: slow.slot), perSecond: slow.processRate))],
        [.lagGrowsOn(slow.slot)]
      )
    }
    return nil
  }

  private func lag(of slot: MemberSlot) -> Int64? {
    var sum: Int64 = 0
    for partition in picture.partitions where partition.planned == .slot(slot) {
      guard let lag = partition.lag(atMs: nowMs) else { return nil }
      sum += lag
    }
    return sum
  }

  private func watchedCalm() -> Story {
    let members = picture.members.filter(\.isMember)
    let count = picture.partitions.count
    let unowned = picture.partitions.indices.filter { picture.partitions[$0].planned == .nobody }
      .map { name(picture.partitions[$0].partition) }
    let idle = members.filter { $0.doing == .idle }.map(\.slot)
    let unseen = picture.partitions.count { $0.status == .unknown || $0.status == .assigned }
    var why: [WhyRemark] = []
    if let unseen = picture.facts?.text(GroupFacts.unseenTopicsKey) {
      why.append(.watch(.unseenTopics(unseen)))
    }
    if !unowned.isEmpty { why.append(.watch(.unowned(unowned))) }
    if !idle.isEmpty {
      why.append(.idle(idle, members: members.count, partitions: count - unowned.count))
    }
    let isSeen = !why.isEmpty
    if unseen > 0 { why.append(.watch(.notSeenYet(unseen, of: count))) }
    if why.isEmpty { why.append(.watch(.allMove(members: members.count, partitions: count))) }
    return story(
      why, watchCost, calmNext,
      StoryEvidence(why: isSeen ? .seen : .inferred, cost: costEvidence, next: .inferred))
  }

  private var calmNext: [NextRemark] { [.heartbeats(everyMs: nil, sessionMs: nil)] }

  /// A rebalance that is over since a short while, or that has stopped what is not read yet.
  private var recentAccount: RebalanceAccount? {
    guard let account = picture.rebalance, let ended = account.endedMs, hadOwners,
      nowMs - ended <= Narrator.verdictLastsMs,
      !picture.members.contains(where: { $0.returnedMs.map { $0 > ended } ?? false })
    else { return nil }
    return account
  }

  private func watchedCauses(isOver: Bool) -> [WhyRemark] {
    guard let account = picture.rebalance else { return [.cause(.unknown, isOver: isOver)] }
    let remarks = account.causes.prefix(2).map { timed -> WhyRemark in
      watchedCause(timed, isOver: isOver)
    }
    return remarks.isEmpty ? [.cause(.unknown, isOver: isOver)] : Array(remarks)
  }

  private func watchedCause(
    _ timed: RebalanceAccount.TimedCause, isOver: Bool
  ) -> WhyRemark {
    switch timed.cause {
    case .sessionTimedOut(let id):
      let since = picture.slot(of: id).flatMap { picture[$0].lastWorkMs }
      return .watch(.expired(who(id), silentSinceMs: since, goneMs: timed.atMs))
    case .memberLeft(let id)
    where picture.slot(of: id).map({ picture[$0].lastWorkMs != nil }) ?? false:
      return .watch(.left(who(id), goneMs: timed.atMs))
    default:
      let cause = cause(timed.cause, atMs: timed.atMs)
      if case .returned(let who, _) = cause { return .watch(.isBack(who)) }
      return .cause(cause, isOver: isOver)
    }
  }

  private func watchVerdict(_ account: RebalanceAccount) -> [CostRemark] {
    guard picture.isRebalanceSettled else { return cost() }
    if TimeText.isNothing(ms: accountMs) {
      return [
        .watch(
          .verdict(
            kept: account.count(.kept), moved: account.movedCount,
            needless: account.count(.needless)))
      ]
    }
    return verdictCost(account)
  }

  private var watchCost: [CostRemark] {
    if !notRead.isEmpty { return cost() }
    let (known, unknown) = lags
    return [.watch(.lag(known, unknown: unknown, of: picture.partitions.count))]
  }
}

extension Narrator {
  /// Of this group only the brokers' answers are seen.
  public static func isWatched(_ picture: GroupPicture, _ capabilities: Capabilities) -> Bool {
    Scene(picture: picture, timeline: Timeline(), capabilities: capabilities).isWatched
  }

  /// The rebalance that ended at a time, in one line; nil where none did.
  static func summary(endedMs: Int64, _ scene: Scene) -> RebalanceSummary? {
    let picture = scene.picture
    let isLast = picture.rebalance?.endedMs == endedMs
    let known = scene.timeline.rebalances.last { $0.endedMs == endedMs }
    guard let account = isLast ? picture.rebalance : known else { return nil }
    return RebalanceSummary(
      causes: account.causes.map { scene.loggedCause($0.cause, atMs: $0.atMs) },
      durationMs: endedMs - account.startedMs,
      isLeast: scene.timeline.phases.first?.fromMs == account.startedMs, kept: account.count(.kept),
      moved: account.movedCount, needless: account.count(.needless), rounds: account.rounds,
      notReadMs: isLast ? scene.accountMs : account.notReadMs.reduce(0, +),
      isSettled: !isLast || picture.isRebalanceSettled, moves: moves(account))
  }

  /// The largest ones.
  private static func moves(_ account: RebalanceAccount) -> [RebalanceSummary.Move] {
    var list: [RebalanceSummary.Move] = []
    for place in account.before.indices {
      let verdict = account.verdict(place)
      guard verdict == .moved || verdict == .needless,
        let from = account.before[place].slot, let to = account.after[place].slot
      else { continue }
      let at = list.firstIndex { $0.from == .slot(from) && $0.to == .slot(to) }
      if let at {
        list[at].count += 1
      } else {
        list.append(.init(from: .slot(from), to: .slot(to), count: 1))
      }
    }
    return Array(list.sorted { $0.count > $1.count }.prefix(4))
  }
}
