/// Where a consumer stands in its group, from its own point of view
/// (`AbstractCoordinator.MemberState`). Heartbeats run in the last two states.
enum MembershipState: Hashable, Sendable, CaseIterable {
  /// Not a member. A JoinGroup leads to preparingRebalance.
  case unjoined
  /// JoinGroup was sent; its answer leads to completingRebalance.
  case preparingRebalance
  /// The generation is known, the assignment is not; SyncGroup's answer leads to stable.
  case completingRebalance
  /// The assignment is known. A new JoinGroup leads back to preparingRebalance.
  case stable

  enum Input: Hashable, Sendable, CaseIterable {
    case joinSent
    case joinAccepted
    case syncAccepted
    /// Evicted or left: the generation counts no more.
    case generationReset
  }

  enum Action: Hashable, Sendable {
    case nothing
    case startHeartbeats
    case stopHeartbeats
    case takeAssignment
    /// The answer came too late; join again.
    case joinAgain
  }

  var heartbeats: Bool { self == .completingRebalance || self == .stable }

  mutating func handle(_ input: Input) -> Action {
    let step = after(input)
    self = step.next
    return step.action
  }

  consuming func after(_ input: Input) -> (next: MembershipState, action: Action) {
    switch consume self {
    case .unjoined:
      switch input {
      case .joinSent: return (.preparingRebalance, .stopHeartbeats)
      case .joinAccepted, .syncAccepted: return (.unjoined, .joinAgain)
      case .generationReset: return (.unjoined, .nothing)
      }
    case .preparingRebalance:
      switch input {
      case .joinSent: return (.preparingRebalance, .stopHeartbeats)
      case .joinAccepted: return (.completingRebalance, .startHeartbeats)
      case .syncAccepted: return (.preparingRebalance, .joinAgain)
      case .generationReset: return (.unjoined, .stopHeartbeats)
      }
    case .completingRebalance:
      switch input {
      case .joinSent: return (.preparingRebalance, .stopHeartbeats)
      case .joinAccepted: return (.completingRebalance, .joinAgain)
      case .syncAccepted: return (.stable, .takeAssignment)
      case .generationReset: return (.unjoined, .stopHeartbeats)
      }
    case .stable:
      switch input {
      case .joinSent: return (.preparingRebalance, .stopHeartbeats)
      case .joinAccepted, .syncAccepted: return (.stable, .joinAgain)
      case .generationReset: return (.unjoined, .stopHeartbeats)
      }
    }
  }
}
