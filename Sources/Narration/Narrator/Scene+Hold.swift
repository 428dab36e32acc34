import Feed
import KafkaModel

/// The teacher has stopped the group between two steps of the protocol.
extension Scene {
  func holding(_ point: HoldPoint) -> Story {
    let waiting = picture.members.filter { $0.held != nil }
    let first = waiting.min { $0.held?.givesUpMs ?? 0 < $1.held?.givesUpMs ?? 0 }
    var next: [NextRemark] = [.nothingHeldYet]
    if let first, let held = first.held {
      next = [
        .givesUpAnswer(
          first.slot, inMs: max(0, held.givesUpMs - nowMs), isKnown: held.isKnown)
      ]
    }
    if capabilities.canAct { next.append(.letGo) }
    return Story(why: [.holds(point, waiting: waiting.count)], cost: cost(), next: next)
  }

  /// What clients of others have to be told; nil where they are not waited for.
  var clientsWanted: NextRemark? {
    guard let address = picture.facts?.text(GroupFacts.listenersKey) else { return nil }
    return .clientsWanted(address: address, topic: picture.partitions.first?.partition.topic)
  }
}
