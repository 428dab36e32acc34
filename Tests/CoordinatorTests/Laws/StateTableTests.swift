import KafkaModel
import Testing

@testable import Coordinator

/// Every request of a known member with the right generation, in every state.
@Suite struct StateTableTests {
  enum Asked: CaseIterable { case join, sync, heartbeat, leave, commit }
  enum Answer: Equatable {
    case error(ErrorCode)
    case parked
  }

  /// An unlisted pair fails: the switch has no default.
  private func expected(_ state: GroupState, _ asked: Asked) -> Answer {
    switch (state, asked) {
    case (.empty, _): .error(.unknownMemberId)
    case (.dead, _): .error(.coordinatorNotAvailable)
    case (.preparingRebalance, .join): .parked
    case (.preparingRebalance, .sync): .error(.rebalanceInProgress)
    case (.preparingRebalance, .heartbeat): .error(.rebalanceInProgress)
    case (.preparingRebalance, .leave): .error(.none)
    case (.preparingRebalance, .commit): .error(.none)
    case (.completingRebalance, .join): .error(.none)
    case (.completingRebalance, .sync): .parked
    case (.completingRebalance, .heartbeat): .error(.none)
    case (.completingRebalance, .leave): .error(.none)
    case (.completingRebalance, .commit): .error(.rebalanceInProgress)
    case (.stable, _): .error(.none)
    }
  }

  @Test func answersByState() {
    for state in GroupState.allCases {
      for asked in Asked.allCases {
        var (broker, ids) = group(in: state)
        #expect(broker.state == state)
        // An unchanged follower; a group in Empty has forgotten it.
        let answer = ask(asked, of: &broker, ids[1])
        #expect(answer == expected(state, asked), "\(state) \(asked)")
      }
    }
  }

  private func group(in state: GroupState) -> (Broker, [MemberId]) {
    switch state {
    case .completingRebalance: return Broker.completing(3)
    case .stable: return Broker.stable(3)
    case .empty:
      var (broker, ids) = Broker.stable(3)
      broker.leave(ids.map { ($0, nil) })
      return (broker, ids)
    case .preparingRebalance:
      var (broker, ids) = Broker.stable(3)
      broker.join(ids[0])
      return (broker, ids)
    case .dead:
      var (broker, ids) = Broker.stable(3)
      // Kafka's groups are dead for a moment; ours are gone at once, so it is made by hand.
      broker.coordinator.groups["g"]?.state = .dead
      return (broker, ids)
    }
  }

  private func ask(_ asked: Asked, of broker: inout Broker, _ id: MemberId) -> Answer? {
    switch asked {
    case .join:
      let token = broker.join(id)
      return broker.joined(token).map { .error($0.errorCode) } ?? .parked
    case .sync:
      let token = broker.sync(id, name: broker.group?.protocolName ?? "range")
      return broker.synced(token).map { .error($0.errorCode) } ?? .parked
    case .heartbeat: return broker.heartbeat(id).map { .error($0) }
    case .leave:
      let response = broker.leave([(id, nil)])
      return (response?.members.first?.errorCode ?? response?.errorCode).map { .error($0) }
    case .commit: return broker.commit(id, 1).map { .error($0) }
    }
  }

  @Test func theTransitionsAreKafkas() {
    let legal: [(GroupState, GroupState)] = [
      (.preparingRebalance, .empty), (.empty, .preparingRebalance),
      (.completingRebalance, .preparingRebalance), (.stable, .preparingRebalance),
      (.preparingRebalance, .completingRebalance), (.completingRebalance, .stable),
    ]
    for from in GroupState.allCases {
      for to in GroupState.allCases {
        let listed = to == .dead || legal.contains { $0 == (from, to) }
        #expect(from.leads(to: to) == listed, "\(from) to \(to)")
      }
    }
  }
}
