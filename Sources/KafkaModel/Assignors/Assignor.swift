/// A rule by which the leader of a classic group divides the partitions
/// (`org.apache.kafka.clients.consumer.ConsumerPartitionAssignor`).
public protocol Assignor: Sendable {
  /// The name that members list in JoinGroup, e.g. `range`.
  var name: String { get }

  /// The rebalance protocols the assignor can work with, most demanding last.
  var rebalanceProtocols: [RebalanceProtocol] { get }

  /// The assignor's own bytes in the subscription; nil for those that keep no memory.
  func subscriptionUserData(
    owned: [TopicPartition], generation: Generation
  ) throws(ByteError) -> [UInt8]?

  /// Divides the partitions: one entry for every member of `input`, in the same order.
  ///
  /// - Throws: where the Java client's assignor throws, for claims that contradict the cluster.
  func assign<Observer: AssignorObserver>(
    _ input: AssignmentInput, observer: inout Observer
  ) throws(AssignorError) -> [MemberAssignment]
}

extension Assignor {
  public var rebalanceProtocols: [RebalanceProtocol] { [.eager] }

  public func subscriptionUserData(
    owned: [TopicPartition], generation: Generation
  ) throws(ByteError) -> [UInt8]? { nil }

  /// Divides the partitions with nobody looking.
  public func assign(
    _ input: AssignmentInput
  ) throws(AssignorError) -> [MemberAssignment] {
    var nobody = NoObserver()
    return try assign(input, observer: &nobody)
  }
}

/// Whether a member gives all up before it rejoins (KIP-429).
public enum RebalanceProtocol: Hashable, Sendable {
  case eager
  case cooperative

  /// The most demanding one that all of a consumer's assignors can work with
  /// (`ConsumerCoordinator`); so one eager assignor in the list makes all of it eager. An unknown
  /// name counts as eager.
  public static func common(to assignors: [(any Assignor)?]) -> RebalanceProtocol {
    let allCooperate = assignors.allSatisfy {
      $0?.rebalanceProtocols.contains(.cooperative) ?? false
    }
    return allCooperate && !assignors.isEmpty ? .cooperative : .eager
  }
}

/// The assignors that are built in.
public enum Assignors {
  public static let all: [any Assignor] = [
    RangeAssignor(), RoundRobinAssignor(), StickyAssignor(), CooperativeStickyAssignor(),
  ]

  /// The assignor with that name, as in `partition.assignment.strategy`.
  public static func named(_ name: String) -> (any Assignor)? {
    all.first { $0.name == name }
  }

  /// How members with that `partition.assignment.strategy` rebalance.
  public static func rebalanceProtocol(of names: [String]) -> RebalanceProtocol {
    .common(to: names.map(named))
  }
}
