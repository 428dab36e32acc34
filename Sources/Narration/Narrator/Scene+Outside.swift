import Feed

extension Scene {
  func connecting() -> Story { Story(why: [.connecting], cost: [.unknown], next: [.trying]) }

  func inTrouble(_ trouble: Trouble, _ detail: String) -> Story {
    let age = picture.freshMs.map { max(0, nowMs - $0) }
    return Story(
      why: [.trouble(trouble, detail: detail)],
      cost: [age.map { .stale(ageMs: $0) } ?? .unknown],
      next: [trouble == .impossible ? .notTried : .trying])
  }

  func withoutGroup() -> Story {
    let starting = first { $0.isRunning }
    return Story(
      why: starting.map { [.joiningQuietly($0.slot)] } ?? [.noGroup], cost: cost(),
      next: starting.map { [.joinsAsNew($0.slot)] } ?? start())
  }

  func empty() -> Story {
    if let reader = first({ $0.readsOutside && $0.isRunning }) {
      return Story(
        why: [.readsOutside(reader.slot, isGroupEmpty: true)], cost: cost(),
        next: [.returnsAfterBatch(reader.slot)])
    }
    let starting = first { $0.isRunning && !$0.isMember && $0.isPolling && $0.isConnected }
    if starting == nil, let member = first(isExpelled) {
      return Story(
        why: [.empty], cost: cost(),
        next: [
          member.isPolling ? .returnsWhenHealed(member.slot) : .returnsWithPoll(member.slot)
        ])
    }
    return Story(
      why: [.empty], cost: cost(),
      next: starting.map { [.joinsAsNew($0.slot)] } ?? start())
  }

  func dead() -> Story { Story(why: [.groupDead], cost: cost(), next: start()) }

  private func start() -> [NextRemark] {
    guard capabilities.canAct else { return [.heartbeats(everyMs: nil, sessionMs: nil)] }
    if let gone = first({ !$0.isRunning && $0.process != .unknown }) {
      return [.tryRestart(gone.slot)]
    }
    return [.tryStart]
  }
}
