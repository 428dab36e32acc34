import KafkaModel

extension GroupState {
  /// Whether a group may go from this state to `next` (`ClassicGroupState.validPreviousStates`).
  func leads(to next: GroupState) -> Bool {
    switch next {
    case .empty: self == .preparingRebalance
    case .preparingRebalance: self == .empty || self == .completingRebalance || self == .stable
    case .completingRebalance: self == .preparingRebalance
    case .stable: self == .completingRebalance
    case .dead: true
    }
  }

  /// A rebalance may begin: it is not under way, and the group is not gone.
  var canRebalance: Bool { leads(to: .preparingRebalance) }
}
