import KafkaModel

/// A leader's assignor at work: what it decided, one decision after the other.
public struct Deal: Hashable, Sendable {
  /// The assignor's name, e.g. `range`.
  public var assignor: String
  public var moves: [Move]

  public init(assignor: String, moves: [Move]) {
    self.assignor = assignor
    self.moves = moves
  }

  /// One decision.
  public enum Move: Hashable, Sendable {
    /// It turns to a topic, and serves the members in this order.
    case topic(TopicName, partitions: Int32, members: [MemberSlot])
    /// A partition goes to a member; it may go on to another one later.
    case gave(TopicPartition, MemberSlot, because: Reason)
    /// The partition is the member's from the next generation on: somebody else has to give it up
    /// first (`cooperative-sticky`, KIP-429).
    case withheld(TopicPartition, MemberSlot)
  }

  /// Why a member got a partition; `AssignmentReason` with the members that the picture knows.
  public enum Reason: Hashable, Sendable {
    case rangeShare(first: Int32, share: Int32)
    case sameRack
    case turn
    case kept
    case fewest
    case evened(from: MemberSlot)
  }
}

extension Deal {
  /// A partition's place in the deal.
  public enum Standing: Hashable, Sendable {
    case open
    case given(MemberSlot)
    /// It would go to the member, and is held back.
    case withheld(MemberSlot)
  }

  /// How a partition stands after the first moves.
  public func standing(_ partition: TopicPartition, after count: Int) -> Standing {
    for move in moves.prefix(count).reversed() {
      switch move {
      case .gave(partition, let slot, _): return .given(slot)
      case .withheld(partition, let slot): return .withheld(slot)
      default: continue
      }
    }
    return .open
  }
}
