import Feed
import KafkaModel

extension SimulationSource {
  /// How the last plan was made: the leader's assignor, run once more while somebody looks on.
  /// Nil before there was one.
  public var deal: Deal? {
    guard let planned = world.planned, let assignor = Assignors.named(planned.assignor) else {
      return nil
    }
    var witness = DealWitness(slots: world.slots)
    guard (try? assignor.assign(planned.input, observer: &witness)) != nil else { return nil }
    let deal = Deal(assignor: planned.assignor, moves: witness.moves)
    var anonymizer = anonymizer
    return anonymizer?.rewrite(deal) ?? deal
  }
}

/// Writes down what an assignor does, with the members' places in the picture.
private struct DealWitness: AssignorObserver {
  let slots: Index<MemberId, MemberSlot>
  private(set) var moves: [Deal.Move] = []

  init(slots: Index<MemberId, MemberSlot>) { self.slots = slots }

  mutating func topicBegan(_ topic: TopicName, partitionCount: Int32, members: [MemberId]) {
    moves.append(
      .topic(topic, partitions: partitionCount, members: members.compactMap { slots[$0] }))
  }

  mutating func gave(
    _ partition: TopicPartition, to member: MemberId, because reason: AssignmentReason
  ) {
    guard let slot = slots[member] else { return }
    moves.append(.gave(partition, slot, because: told(reason)))
  }

  mutating func withheld(_ partition: TopicPartition, from member: MemberId) {
    guard let slot = slots[member] else { return }
    moves.append(.withheld(partition, slot))
  }

  private func told(_ reason: AssignmentReason) -> Deal.Reason {
    switch reason {
    case .rangeShare(let first, let share): .rangeShare(first: first, share: share)
    case .sameRack: .sameRack
    case .turn: .turn
    case .kept: .kept
    case .fewest: .fewest
    case .evened(let from): slots[from].map { .evened(from: $0) } ?? .fewest
    }
  }
}
