import Feed
import KafkaModel

extension Narrator {
  /// The log's line for an event; nil for what happens all the time (heartbeats, positions).
  ///
  /// - Parameter picture: after the event, or later: only names and settings are looked up, so a
  ///   line stays as it is.
  public static func logLine(
    _ timed: TimedEvent, _ picture: GroupPicture, _ timeline: Timeline
  ) -> LogRemark? {
    let scene = Scene.logged(picture, timeline)
    switch timed.event {
    case .groupState(.stable, .none, _):
      return summary(endedMs: timed.timeMs, scene).map { .rebalanced($0) }
        ?? .state(.stable, .none, nil)
    case .groupState(let state, let generation, let cause):
      return .state(
        state, generation, cause.map { scene.loggedCause($0, atMs: timed.timeMs) })
    case .memberSeen(let slot, let identity): return .seen(slot, name: identity.name)
    case .process(let slot, let change):
      if timed.provenance == .inferred, change == .started || change == .killed {
        return .connections(slot, areOpen: change == .started)
      }
      if timed.provenance == .inferred, change == .frozen || change == .thawed {
        return .heard(slot, isSo: change == .thawed)
      }
      // The same process may have joined anew.
      if scene.isWatched, change == .replaced { return .newId(slot) }
      return .process(slot, change)
    case .leader(let slot): return slot.map { .leader($0) }
    case .memberAdded(let slot, _): return scene.isWatched ? .listed(slot) : .added(slot)
    case .memberRemoved(let slot, _, let reason):
      let who = slot.map { Who.slot($0) } ?? .other
      return scene.isWatched
        ? .gone(who, isExpired: reason == .sessionTimedOut) : .removed(who, reason)
    case .plan(let generation, let shares):
      return .plan(generation, shares.map { share(scene, $0) })
    case .partitionsAdded(let topic, let count): return .partitionsAdded(topic, count)
    case .hold(let point): return .hold(point)
    case .turnedAway(let host, let why): return .turnedAway(host: host, why)
    case .coordinatorMoved(let broker): return .coordinatorMoved(broker)
    case .produced(let topic, let records): return .produced(topic, records)
    case .regrouping(let change): return .regrouping(change)
    case .transaction(let event): return logLine(event, scene).map { .transaction($0) }
    case .health(let health): return remark(health)
    default: return memberLine(timed.event, scene)
    }
  }

  private static func memberLine(_ event: FeedEvent, _ scene: Scene) -> LogRemark? {
    switch event {
    case .requestSent(let slot, let api):
      switch api {
      case .joinGroup, .syncGroup, .leaveGroup: return .sent(slot, api)
      default: return nil
      }
    case .responseReceived(let slot, let api, let error):
      return error == .none ? nil : .answer(slot, api, error)
    case .subscribed(let slot, let topics): return .subscribed(slot, topics)
    case .assigned(let slot, let list, let generation):
      return .assigned(slot, list.map(scene.name), generation)
    case .revoked(let slot, let list):
      return list.isEmpty ? nil : .revoked(slot, list.map(scene.name))
    case .lost(let slot, let list):
      return list.isEmpty ? nil : .lost(slot, list.map(scene.name))
    case .readingStarted(let slot, let partition, let offset):
      return .readingStarted(slot, scene.name(partition), offset)
    case .pollMissed(let slot): return .pollMissed(slot)
    case .failed(let slot, let api, let error): return .failed(slot, api, error)
    default: return nil
    }
  }

  private static func share(_ scene: Scene, _ share: PlannedShare) -> LogShare {
    LogShare(
      who: share.slot.map { .slot($0) } ?? .other, partitions: share.partitions.map(scene.name))
  }

  private static func remark(_ health: SourceHealth) -> LogRemark {
    switch health {
    case .fine: .connected
    case .connecting: .connecting
    case .trouble(let trouble, let detail): .trouble(trouble, detail: detail)
    }
  }
}
