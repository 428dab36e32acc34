import KafkaModel

extension Deal {
  /// Runs an assignor and looks on.
  ///
  /// - Parameter slot: the place in the picture of the member with that id; what concerns a member
  ///   without one is left out.
  /// - Returns: nil where the assignor refuses the input.
  public init?(
    of input: AssignmentInput, by assignor: any Assignor, slot: (MemberId) -> MemberSlot?
  ) {
    var witness = Witness()
    guard (try? assignor.assign(input, observer: &witness)) != nil else { return nil }
    self.init(assignor: assignor.name, moves: witness.seen.compactMap { $0.move(slot) })
  }

  /// How the last plan was made that was sent in messages.
  ///
  /// - Parameters:
  ///   - traffic: messages up to the present, oldest first.
  ///   - picture: the present.
  /// - Returns: nil where no plan was sent, and where messages do not tell all that the assignor
  ///   was given, so that it would have made another plan.
  public init?(recalledFrom traffic: [TimedEvent], _ picture: GroupPicture) {
    guard let deal = SentPlan(in: traffic)?.deal(picture) else { return nil }
    self = deal
  }

  /// What an assignor tells, by member id.
  private enum Seen {
    case topic(TopicName, Int32, [MemberId])
    case gave(TopicPartition, MemberId, AssignmentReason)
    case withheld(TopicPartition, MemberId)

    func move(_ slot: (MemberId) -> MemberSlot?) -> Move? {
      switch self {
      case .topic(let topic, let count, let members):
        .topic(topic, partitions: count, members: members.compactMap(slot))
      case .gave(let partition, let member, let reason):
        slot(member).map { .gave(partition, $0, because: Reason(reason, slot)) }
      case .withheld(let partition, let member): slot(member).map { .withheld(partition, $0) }
      }
    }
  }

  private struct Witness: AssignorObserver {
    var seen: [Seen] = []

    mutating func topicBegan(_ topic: TopicName, partitionCount: Int32, members: [MemberId]) {
      seen.append(.topic(topic, partitionCount, members))
    }

    mutating func gave(
      _ partition: TopicPartition, to member: MemberId, because reason: AssignmentReason
    ) {
      seen.append(.gave(partition, member, reason))
    }

    mutating func withheld(_ partition: TopicPartition, from member: MemberId) {
      seen.append(.withheld(partition, member))
    }
  }
}

extension Deal.Reason {
  fileprivate init(_ reason: AssignmentReason, _ slot: (MemberId) -> MemberSlot?) {
    switch reason {
    case .rangeShare(let first, let share): self = .rangeShare(first: first, share: share)
    case .sameRack: self = .sameRack
    case .turn: self = .turn
    case .kept: self = .kept
    case .fewest: self = .fewest
    case .evened(let from): self = slot(from).map { .evened(from: $0) } ?? .fewest
    }
  }
}
