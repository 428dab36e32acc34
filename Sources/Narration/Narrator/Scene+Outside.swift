import Feed

extension Scene {
  func connecting() -> Story { Story(why: [.connecting], cost: [.unknown], next: [.trying]) }

  func inTrouble(_ trouble: Trouble, _ detail: String) -> Story {
    if trouble == .noClient {
      let gone = first { $0.identity.isOurs && !$0.isRunning }
      return Story(
        why: [.trouble(trouble, detail: detail)], cost: cost(),
        next: gone.map { [.tryRestart($0.slot)] } ?? start())
    }
    let age = picture.freshMs.map { max(0, nowMs - $0) }
    return Story(
      why: [.trouble(trouble, detail: detail)],
      cost: [age.map { .stale(ageMs: $0) } ?? .unknown],
      next: [picture.isFinal(trouble) ? ending(trouble) : .trying])
  }

  private func ending(_ trouble: Trouble) -> NextRemark {
    trouble == .impossible ? .notTried : .shutOut
  }

  func withoutGroup() -> Story {
    if let story = refusing() { return story }
    let starting = picture.members.filter(\.isRunning)
    let next = arriving(starting)
    let nobody = turnedAway ?? (clientsWanted == nil ? .noGroup : .noClient(shownGroup))
    return Story(
      why: starting.first.map { [.joiningQuietly(next.first?.slot ?? $0.slot)] } ?? [nobody],
      cost: cost(), next: next.isEmpty ? start() : next.map(\.remark))
  }

  /// Who waits for a client looks for why none has come.
  private var turnedAway: WhyRemark? {
    guard let last = picture.turnedAway, nowMs < last.atMs + Self.turnedAwayMs else { return nil }
    return .turnedAway(host: last.host, last.why)
  }

  private static let turnedAwayMs: Int64 = 60_000

  /// How far those have come who are no members yet, the furthest two first.
  func arriving(_ members: [MemberPicture]) -> [(slot: MemberSlot, remark: NextRemark)] {
    func rank(_ member: MemberPicture) -> Int {
      if member.memberId != nil { return 0 }
      return member.doing == .joining ? 1 : 2
    }
    let order = members.sorted { (rank($0), $0.slot.index) < (rank($1), $1.slot.index) }
    return order.prefix(2).map { ($0.slot, beginning($0)) }
  }

  private func beginning(_ member: MemberPicture) -> NextRemark {
    member.doing == .connecting ? .asksWhoCoordinates(member.slot) : joining(member)
  }

  func empty() -> Story {
    if let reader = first({ $0.readsOutside && $0.isRunning }) {
      return Story(
        why: [.readsOutside(reader.slot, isGroupEmpty: true)], cost: cost(),
        next: [.returnsAfterBatch(reader.slot)])
    }
    let starting = arriving(
      picture.members.filter {
        $0.isRunning && !$0.isMember && $0.isPolling && $0.isConnected
      })
    if starting.isEmpty, let member = first(isExpelled) {
      return Story(
        why: [.empty], cost: cost(),
        next: [
          member.isPolling ? .returnsWhenHealed(member.slot) : .returnsWithPoll(member.slot)
        ])
    }
    return Story(
      why: [.empty], cost: cost(),
      next: starting.isEmpty ? start() : starting.map(\.remark))
  }

  func dead() -> Story { Story(why: [.groupDead], cost: cost(), next: start()) }

  private func start() -> [NextRemark] {
    if let wanted = clientsWanted, !picture.members.contains(where: \.identity.isOurs) {
      return [wanted]
    }
    guard capabilities.canAct else { return [.heartbeats(everyMs: nil, sessionMs: nil)] }
    if !capabilities.canAdd { return [.watch(.whoeverJoins)] }
    let isNew = picture.members.allSatisfy { $0.process == .ended && $0.memberId == nil }
    if isNew, !picture.members.isEmpty { return [.firstLeads] }
    if let gone = first({ !$0.isRunning && $0.process != .unknown }) {
      return [.tryRestart(gone.slot)]
    }
    return [.tryStart]
  }
}
