/// The rule of `sticky`, with each partition that would move withheld until its old owner has
/// revoked it (`org.apache.kafka.clients.consumer.CooperativeStickyAssignor`, KIP-429).
///
/// The members that revoke rejoin, and the next generation gives the withheld partitions out.
public struct CooperativeStickyAssignor: Assignor {
  public init() {}

  public var name: String { "cooperative-sticky" }

  public var rebalanceProtocols: [RebalanceProtocol] { [.eager, .cooperative] }

  /// Only the generation: what is owned is in the subscription itself.
  public func subscriptionUserData(
    owned: [TopicPartition], generation: Generation
  ) throws(ByteError) -> [UInt8]? {
    CooperativeStickyUserData.bytes(generation: generation)
  }

  public func assign<Observer: AssignorObserver>(
    _ input: AssignmentInput, observer: inout Observer
  ) throws(AssignorError) -> [MemberAssignment] {
    if input.members.isEmpty { return [] }
    let group = StickyGroup(input) { subscription, _ in
      CooperativeStickyUserData.memory(subscription)
    }
    var division = try group.divide(isWatched: Observer.isWatching)
    if Observer.isWatching {
      division.tell(&observer, group)
      for (number, member) in division.transfers.enumerated() where member >= 0 {
        observer.withheld(group.partition(number), from: group.members[member].memberId)
      }
    }
    division.withholdTransfers()
    return division.assignments(group)
  }
}
