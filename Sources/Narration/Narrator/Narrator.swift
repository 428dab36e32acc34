import Feed
import KafkaModel

/// Says in remarks what a picture shows: why it is so, what it costs, what comes next.
public enum Narrator {
  /// Why, Cost and Next for any picture; never empty.
  ///
  /// - Parameter timeline: read up to the picture's time, since it may know the future.
  public static func story(
    _ picture: GroupPicture, _ timeline: Timeline, _ capabilities: Capabilities
  ) -> Story {
    let scene = Scene(picture: picture, timeline: timeline, capabilities: capabilities)
    switch picture.health {
    case .connecting where picture.state == nil: return scene.connecting()
    case .trouble(let trouble, let detail): return scene.inTrouble(trouble, detail)
    default: if picture.isBlind { return scene.inTrouble(.brokerGone, "") }
    }
    if let point = picture.hold { return scene.holding(point) }
    if scene.isWatched { return scene.watched() }
    return scene.regrouping() ?? scene.ofState()
  }
}

extension Scene {
  /// What the group's state has to tell.
  func ofState() -> Story {
    switch picture.state {
    case nil: withoutGroup()
    case .empty: empty()
    case .dead: dead()
    case .preparingRebalance: preparing()
    case .completingRebalance: completing()
    case .stable: stable()
    }
  }
}
