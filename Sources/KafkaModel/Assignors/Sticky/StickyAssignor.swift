/// Even shares first, then as few moves as possible
/// (`org.apache.kafka.clients.consumer.StickyAssignor`, KIP-54; eager).
///
/// What a member had is in its user data: what this process was given last, and in which
/// generation.
public struct StickyAssignor: Assignor {
  public init() {}

  public var name: String { "sticky" }

  /// - Parameters:
  ///   - owned: what the process was given last; it outlives the membership.
  ///   - generation: in which generation that was; -1 = it never was given anything.
  public func subscriptionUserData(
    owned: [TopicPartition], generation: Generation
  ) throws(ByteError) -> [UInt8]? {
    if generation == .none { return nil }
    return try StickyUserData.bytes(partitions: owned, generation: generation)
  }

  public func assign<Observer: AssignorObserver>(
    _ input: AssignmentInput, observer: inout Observer
  ) throws(AssignorError) -> [MemberAssignment] {
    if input.members.isEmpty { return [] }
    let group = StickyGroup(input) { StickyUserData.memory($0.userData, $1) }
    let division = try group.divide(isWatched: Observer.isWatching)
    if Observer.isWatching { division.tell(&observer, group) }
    return division.assignments(group)
  }
}

extension StickyGroup {
  /// The rule for members that want the same, or the one for those that do not.
  func divide(isWatched: Bool) throws(AssignorError) -> StickyDivision {
    let claims = StickyClaims(self)
    return hasEqualSubscriptions
      ? try EqualShares.divide(self, claims, isWatched: isWatched)
      : try EvenedShares.divide(self, claims, isWatched: isWatched)
  }
}
