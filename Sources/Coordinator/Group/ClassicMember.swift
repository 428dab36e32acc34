import KafkaModel

/// A member of a classic group (`ClassicGroupMember`).
public struct ClassicMember: Sendable {
  public let memberId: MemberId
  /// Only static members have one (KIP-345).
  public let groupInstanceId: InstanceId?
  public let clientId: ClientId
  public let clientHost: String
  public internal(set) var sessionTimeoutMs: Int32
  public internal(set) var rebalanceTimeoutMs: Int32
  /// What it offered, in its order of preference.
  public internal(set) var protocols: [JoinGroupRequest.GroupProtocol]
  /// Its part of the last plan, as ConsumerProtocolAssignment bytes; may be empty.
  public internal(set) var assignment: [UInt8] = []
  /// When its session ends; nil once that went by without consequence, because it waits.
  public internal(set) var sessionDueMs: Int64?
  /// Never completed a join phase yet.
  public internal(set) var isNew = false
  /// Joined this generation and has not sent SyncGroup yet.
  public internal(set) var owesSync = false
  /// Its JoinGroup that waits for the join phase to complete.
  public internal(set) var parkedJoin: RequestToken?
  /// Its SyncGroup that waits for the plan.
  public internal(set) var parkedSync: RequestToken?

  /// What it said of itself for this assignor; empty if it does not support it.
  public func metadata(for protocolName: String?) -> [UInt8] {
    protocols.first { $0.name == protocolName }?.metadata ?? []
  }

  /// The member votes for its own first choice among `candidates`
  /// (`ClassicGroupMember.vote`); nil if it supports none.
  func vote(among candidates: [String]) -> String? {
    protocols.first { candidates.contains($0.name) }?.name
  }
}
