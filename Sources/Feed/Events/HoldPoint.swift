import KafkaModel

/// Between which two steps of the protocol the coordinator's answers can be held back.
public enum HoldPoint: String, Hashable, Sendable, CaseIterable {
  /// Answers to JoinGroup: nobody learns the new generation.
  case join
  /// Answers to SyncGroup: nobody learns the plan.
  case sync
  /// Answers to Heartbeat: nobody learns of a rebalance, and each thinks the coordinator is silent.
  case heartbeat

  /// Whose answers they are.
  public var api: ApiKey {
    switch self {
    case .join: .joinGroup
    case .sync: .syncGroup
    case .heartbeat: .heartbeat
    }
  }
}

/// An answer of the coordinator's that is held back from a member.
public struct HeldAnswer: Hashable, Sendable {
  public var point: HoldPoint
  /// When the member waits no longer.
  public var givesUpMs: Int64
  /// Whether that follows from what the member has told; else it is its client's usual default.
  public var isKnown: Bool

  public init(point: HoldPoint, givesUpMs: Int64, isKnown: Bool) {
    self.point = point
    self.givesUpMs = givesUpMs
    self.isKnown = isKnown
  }
}
