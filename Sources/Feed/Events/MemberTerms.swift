import KafkaModel

/// What a member has told the coordinator of itself, with its last JoinGroup at the latest.
public struct MemberTerms: Hashable, Sendable {
  /// `partition.assignment.strategy`, the one it likes best first.
  public var assignors: [String]
  public var sessionTimeoutMs: Int32
  /// `max.poll.interval.ms`, as clients fill it in.
  public var rebalanceTimeoutMs: Int32
  /// `client.software.name` (KIP-511); empty where it has not told it.
  public var software: String

  public var isCooperative: Bool {
    Assignors.rebalanceProtocol(of: assignors) == .cooperative
  }

  public init(
    assignors: [String], sessionTimeoutMs: Int32, rebalanceTimeoutMs: Int32, software: String = ""
  ) {
    self.software = software
    self.assignors = assignors
    self.sessionTimeoutMs = sessionTimeoutMs
    self.rebalanceTimeoutMs = rebalanceTimeoutMs
  }
}
