import KafkaModel
import Testing

@testable import Client

/// A cooperative assignor of a few lines: shares by range, but what another member still owns is
/// withheld for one round.
struct TinyAssignor: Assignor {
  var name = "tiny"
  var withholds = true
  var rebalanceProtocols: [RebalanceProtocol] { [.eager, .cooperative] }

  func assign<Observer: AssignorObserver>(
    _ input: AssignmentInput, observer: inout Observer
  ) -> [MemberAssignment] {
    RangeAssignor().assign(input, observer: &observer).map { share in
      let others = input.members.filter { $0.memberId != share.memberId }
      let taken = withholds ? others.flatMap(\.subscription.ownedPartitions) : []
      return MemberAssignment(
        memberId: share.memberId, partitions: share.partitions.filter { !taken.contains($0) })
    }
  }
}

/// Writes what it remembers into its user data, as `sticky` does.
struct RememberingAssignor: Assignor {
  var name: String

  func subscriptionUserData(
    owned: [TopicPartition], generation: Generation
  ) throws(ByteError) -> [UInt8]? {
    if generation == .none { return nil }
    return try ConsumerSubscription(
      topics: [], ownedPartitions: owned, generation: generation
    ).bytes()
  }

  func assign<Observer: AssignorObserver>(
    _ input: AssignmentInput, observer: inout Observer
  ) -> [MemberAssignment] { RangeAssignor().assign(input, observer: &observer) }
}

extension AssignorCatalogue {
  static let tiny = AssignorCatalogue([
    RangeAssignor(), TinyAssignor(), TinyAssignor(name: "greedy", withholds: false),
    RememberingAssignor(name: "remembers"), RememberingAssignor(name: "remembers too"),
  ])
}

extension Bench {
  /// A cooperative follower in generation 5 that reads orders-0 and orders-1 from 10 on.
  static func cooperating(
    rate: Int64 = 1_000, change: (inout ConsumerConfig) -> Void = { _ in }
  ) throws -> Bench {
    var bench = Bench(rate: rate, assignors: .tiny) {
      $0.assignors = ["tiny"]
      change(&$0)
    }
    try bench.connect()
    try bench.joinCooperatively(5, both)
    try bench.position(at: 10)
    bench.notes = []
    return bench
  }

  mutating func joinCooperatively(_ generation: Int32, _ partitions: [TopicPartition]) throws {
    try answer(Self.joined(generation, protocolName: "tiny"))
    try answer(Self.synced(partitions))
  }

  /// A heartbeat says that the group rebalances.
  mutating func hearRebalance() throws {
    advance(3_000)
    try answer(Self.heartbeat(.rebalanceInProgress))
  }

  /// The open JoinGroup.
  func joinRequest(_ location: SourceLocation = #_sourceLocation) throws -> JoinGroupRequest {
    let sent = try #require(waiting(.joinGroup).last, sourceLocation: location)
    guard case .joinGroup(let body) = sent.request else { preconditionFailure("not a JoinGroup") }
    return body
  }
}
