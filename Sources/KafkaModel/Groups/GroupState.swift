/// The state of a classic group (`ClassicGroupState`), with Kafka's own names.
public enum GroupState: String, Hashable, Sendable, CaseIterable {
  /// No members; offsets may remain. Leads to PreparingRebalance, Dead.
  case empty = "Empty"
  /// Waits for JoinGroup of all. Leads to CompletingRebalance, Empty, Dead.
  case preparingRebalance = "PreparingRebalance"
  /// Join done, waits for the leader's plan. Leads to Stable, PreparingRebalance, Dead.
  case completingRebalance = "CompletingRebalance"
  /// The assignment is known. Leads to PreparingRebalance, Dead.
  case stable = "Stable"
  /// Removed, or moved to another coordinator. Final.
  case dead = "Dead"

  /// Between two plans.
  public var isRebalancing: Bool { self == .preparingRebalance || self == .completingRebalance }
}
