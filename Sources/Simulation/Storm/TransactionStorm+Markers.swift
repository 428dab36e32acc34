import Coordinator
import KafkaModel

/// Markers that a coordinator has ordered for a decided transaction, and where they are missing.
struct Marking: Sendable {
  let order: MarkerOrder
  var left: [TopicPartition]
}

extension TransactionStorm {
  /// A marker is written; perhaps one that was written before, or that a coordinator of before
  /// has ordered.
  mutating func mark() {
    guard !markings.isEmpty else { return }
    let missing = markings.indices.filter { !markings[$0].left.isEmpty }
    let isRight = !missing.isEmpty && chance.chance(percent: 75)
    let places = isRight ? missing : Array(markings.indices)
    let marking = markings[places[Int(chance.int(in: 0...Int64(places.count - 1)))]]
    let partitions = isRight ? marking.left : marking.order.partitions
    mark(marking.order, in: partitions[Int(chance.int(in: 0...Int64(partitions.count - 1)))])
  }

  mutating func mark(_ order: MarkerOrder, in partition: TopicPartition) {
    for place in markings.indices where markings[place].order == order {
      if plant != .completesEarly { markings[place].left.removeAll { $0 == partition } }
    }
    take(coordinator.markerWritten(order, in: partition, nowMs: nowMs))
  }

  /// A new order takes the place of what is missing of one for the same transactional id: another
  /// coordinator has ordered the markers again.
  mutating func take(_ order: MarkerOrder) {
    for place in markings.indices
    where markings[place].order.transactionalId == order.transactionalId {
      markings[place].left = []
    }
    markings = markings.suffix(12) + [Marking(order: order, left: order.partitions)]
    let decided = coordinator.transaction(order.transactionalId)?.value
    if decided?.partitions != order.partitions || decided?.producer != order.marker.producer
      || (decided?.state == .prepareCommit) != order.marker.isCommit
    {
      report(.markedIsComplete, "\(order.transactionalId) has other markers than were decided")
    }
  }

  func missing(_ id: TransactionalId) -> [TopicPartition] {
    markings.last { $0.order.transactionalId == id }?.left ?? []
  }
}
