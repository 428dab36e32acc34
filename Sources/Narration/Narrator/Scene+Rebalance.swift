import Feed
import KafkaModel

extension Scene {
  /// The account's latest cause, or that of the phase that runs.
  func runningCause(isOver: Bool) -> [WhyRemark] {
    let account = picture.rebalance
    let known = account?.latestCause?.cause ?? timeline.phases.last { $0.fromMs <= nowMs }?.cause
    let atMs = account?.latestCause?.atMs ?? account?.startedMs ?? nowMs
    let cause = newcomers(account) ?? expiries(account) ?? cause(known, atMs: atMs)
    return [.cause(cause, isOver: isOver)] + (capabilities.seesCoordinator ? [] : [.inferred])
  }

  /// Several newcomers at the end of the causes, if it ends with such.
  private func newcomers(_ account: RebalanceAccount?) -> Cause? {
    var list: [Who] = []
    for timed in (account?.causes ?? []).reversed() {
      guard case .newMember(let who) = cause(timed.cause, atMs: timed.atMs) else { break }
      list.insert(who, at: 0)
    }
    return list.count > 1 ? .newMembers(list) : nil
  }

  /// Several sessions that have ended in one join phase, if the causes end with such.
  private func expiries(_ account: RebalanceAccount?) -> Cause? {
    let phase = timeline.phases.last { $0.state == .preparingRebalance && $0.fromMs <= nowMs }
    var list: [(who: Who, atMs: Int64)] = []
    for timed in (account?.causes ?? []).reversed() {
      guard case .sessionTimedOut(let id) = timed.cause, timed.atMs >= phase?.fromMs ?? 0 else {
        break
      }
      list.insert((who(id), timed.atMs), at: 0)
    }
    guard list.count > 1, let last = list.last else { return nil }
    return .sessionsTimedOut(list.map(\.who), byMs: last.atMs)
  }

  func preparing() -> Story {
    var why = secondRound() ?? runningCause(isOver: false)
    if hadOwners, secondRound() == nil { why.append(stopRemark) }
    if let due = dueIn(picture.initialDelayDueMs) {
      let coming = picture.members.filter {
        $0.isRunning && $0.membership == .none && !$0.hasJoined && $0.doing != nil
      }
      return Story(
        why: why, cost: cost(),
        next: [.initialDelay(inMs: due, isExtended: isInitialDelayExtended)]
          + arriving(coming).prefix(1).map(\.remark))
    }
    // That it may take minutes matters less than what comes of it.
    let waits = freed.isEmpty ? waiting() : Array(waiting().prefix(1))
    return Story(why: why, cost: cost(), next: waits + freed + readers)
  }

  /// It is due later than one delay after the first member came.
  private var isInitialDelayExtended: Bool {
    guard let dueMs = picture.initialDelayDueMs,
      let delayMs = picture.facts?.number("group.initial.rebalance.delay.ms")
    else { return false }
    return dueMs - picture.stateSinceMs > delayMs
  }

  var hadOwners: Bool {
    picture.rebalance?.before.contains { $0.slot != nil || $0 == .anotherMember } ?? false
  }

  /// A rebalance that took partitions from somebody and ended a short while ago; nothing that it
  /// stopped is still on its way to be read.
  var verdict: RebalanceAccount? {
    guard let account = picture.rebalance, let ended = account.endedMs,
      picture.isRebalanceSettled,
      nowMs - ended <= Narrator.verdictLastsMs,
      account.before.contains(where: { $0.slot != nil || $0 == .anotherMember }),
      // What a static member's return is about is something else.
      !picture.members.contains(where: { $0.returnedMs.map { $0 > ended } ?? false })
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
    guard picture.state == .stable, picture.isRebalanceSettled else { return nil }
    return Scene(
      picture: picture, timeline: Timeline(),
      capabilities: Capabilities(
        kind: .recording, canTravel: false, canAct: false, seesCoordinator: true)
    ).verdict
  }
}
