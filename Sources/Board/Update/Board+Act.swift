import Feed
import KafkaModel
import Narration

extension Board {
  /// A key that acts on a member, or else on the first it can act on.
  static func act(
    _ action: KeyAction, on chosen: MemberSlot?, _ model: inout BoardModel,
    _ picture: GroupPicture
  ) -> [BoardEffect] {
    guard model.capabilities.canAct else {
      model.notice = .refused(.lookOnly)
      return []
    }
    if action == .add { return [.command(.add)] }
    let canExpel = model.capabilities.commandsCoordinator
    guard let slot = target(action, chosen, picture, canExpel) else {
      model.notice = .nobodyToActOn(action)
      return []
    }
    let member = picture[slot]
    if let refusal = refusal(action, member, canExpel: canExpel) {
      model.notice = .refused(refusal, slot)
      return []
    }
    return command(action, member, picture).map { [.command($0)] } ?? []
  }

  private static func target(
    _ action: KeyAction, _ chosen: MemberSlot?, _ picture: GroupPicture, _ canExpel: Bool
  ) -> MemberSlot? {
    if let chosen, chosen.index < picture.members.count { return chosen }
    return picture.members.first { refusal(action, $0, canExpel: canExpel) == nil }?.slot
  }

  /// Why an action cannot apply to a member; nil where it can.
  ///
  /// - Parameter canExpel: the source is the coordinator: it can remove whose process is not ours.
  static func refusal(
    _ action: KeyAction, _ member: MemberPicture, canExpel: Bool
  ) -> Refusal? {
    if canExpel, action == .close, !member.identity.isOurs, member.isMember { return nil }
    guard member.identity.isOurs else { return .notOurs }
    switch (action, member.process) {
    case (.restart, .dead), (.restart, .ended): return nil
    case (.restart, .running) where member.doing == .failed: return nil
    case (.restart, .closing): return .alreadyClosing
    case (.restart, _): return .alreadyRunning
    case (.kill, .running), (.kill, .closing): return nil
    case (_, .running): return nil
    case (_, .closing): return .alreadyClosing
    default: return .notRunning
    }
  }

  private static func command(
    _ action: KeyAction, _ member: MemberPicture, _ picture: GroupPicture
  ) -> Command? {
    let slot = member.slot
    switch action {
    case .kill: return .kill(slot)
    case .close: return .close(slot)
    case .restart: return .restart(slot)
    case .poll:
      let runs = member.isPolling && !member.isFrozen
      return runs ? .stopPolling(slot) : .resumePolling(slot)
    case .network: return member.isConnected ? .cutNetwork(slot) : .healNetwork(slot)
    case .rate: return .processRate(slot, perSecond: otherRate(member, picture))
    default: return nil
    }
  }

  /// Half of what arrives in its partitions, or twice what arrives in all: too slow for its own,
  /// or fast enough whatever it is given.
  private static func otherRate(_ member: MemberPicture, _ picture: GroupPicture) -> Int64 {
    let own = member.owned.reduce(0) { $0 + growth($1, picture) } / 1000
    let all = picture.partitions.reduce(0) { $0 + growth($1.partition, picture) } / 1000
    let slow = max(1, own / 2)
    let isSlow = member.processRate.map { $0 <= slow } ?? false
    return isSlow ? max(10, all * 2) : slow
  }

  private static func growth(
    _ partition: TopicPartition, _ picture: GroupPicture
  ) -> Int64 {
    guard let place = picture.place(of: partition),
      let now = picture.partitions[place].logEnd(atMs: picture.timeMs),
      let later = picture.partitions[place].logEnd(atMs: picture.timeMs + 1_000_000)
    else { return 0 }
    return later - now
  }
}
