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
}
