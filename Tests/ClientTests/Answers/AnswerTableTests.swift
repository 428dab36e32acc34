import KafkaModel
import Testing

@testable import Client

/// Every membership state with every input, and every error with every request: what is not
/// listed fails.
struct AnswerTableTests {
  @Test func membershipStates() {
    let table: [(MembershipState, MembershipState.Input, MembershipState, MembershipState.Action)] =
      [
        (.unjoined, .joinSent, .preparingRebalance, .stopHeartbeats),
        (.unjoined, .joinAccepted, .unjoined, .joinAgain),
        (.unjoined, .syncAccepted, .unjoined, .joinAgain),
        (.unjoined, .generationReset, .unjoined, .nothing),
        (.preparingRebalance, .joinSent, .preparingRebalance, .stopHeartbeats),
        (.preparingRebalance, .joinAccepted, .completingRebalance, .startHeartbeats),
        (.preparingRebalance, .syncAccepted, .preparingRebalance, .joinAgain),
        (.preparingRebalance, .generationReset, .unjoined, .stopHeartbeats),
        (.completingRebalance, .joinSent, .preparingRebalance, .stopHeartbeats),
        (.completingRebalance, .joinAccepted, .completingRebalance, .joinAgain),
        (.completingRebalance, .syncAccepted, .stable, .takeAssignment),
        (.completingRebalance, .generationReset, .unjoined, .stopHeartbeats),
        (.stable, .joinSent, .preparingRebalance, .stopHeartbeats),
        (.stable, .joinAccepted, .stable, .joinAgain),
        (.stable, .syncAccepted, .stable, .joinAgain),
        (.stable, .generationReset, .unjoined, .stopHeartbeats),
      ]
    for state in MembershipState.allCases {
      for input in MembershipState.Input.allCases {
        let rows = table.filter { $0.0 == state && $0.1 == input }
        #expect(rows.count == 1, "\(state) \(input)")
        var after = state
        let action = after.handle(input)
        #expect(rows.first?.2 == after && rows.first?.3 == action, "\(state) \(input)")
      }
    }
  }

  static let errors: [ErrorCode] = [
    .none, .coordinatorLoadInProgress, .coordinatorNotAvailable, .notCoordinator,
    .illegalGeneration, .unknownMemberId, .rebalanceInProgress, .memberIdRequired,
    .fencedInstanceId, .groupMaxSizeReached, .inconsistentGroupProtocol,
    .groupAuthorizationFailed, .unknownTopicOrPartition, .unstableOffsetCommit,
    .offsetMetadataTooLarge,
  ]

  /// Columns: JoinGroup, SyncGroup, Heartbeat in Stable, OffsetCommit, OffsetFetch.
  static let reactions: [(ErrorCode, [Reaction])] = [
    (.none, [.accept, .accept, .accept, .accept, .accept]),
    (.coordinatorLoadInProgress, [.backOff, .fatal, .backOff, .backOff, .backOff]),
    (.coordinatorNotAvailable, Array(repeating: .findCoordinator, count: 5)),
    (.notCoordinator, Array(repeating: .findCoordinator, count: 5)),
    (
      .illegalGeneration,
      [.fatal, .resetGeneration, .resetGeneration, .resetGeneration, .fatal]
    ),
    (.unknownMemberId, [.resetMember, .resetMember, .resetMember, .resetMember, .fatal]),
    (.rebalanceInProgress, [.rejoin, .rejoin, .rejoin, .rejoin, .fatal]),
    (.memberIdRequired, [.keepGivenId, .fatal, .backOff, .giveUp, .fatal]),
    (.fencedInstanceId, [.fatal, .fatal, .fatal, .fatal, .fatal]),
    (.groupMaxSizeReached, [.fatal, .fatal, .backOff, .giveUp, .fatal]),
    (.inconsistentGroupProtocol, [.fatal, .fatal, .backOff, .giveUp, .fatal]),
    (.groupAuthorizationFailed, [.fatal, .fatal, .backOff, .giveUp, .fatal]),
    (.unknownTopicOrPartition, [.fatal, .fatal, .backOff, .backOff, .backOff]),
    (.unstableOffsetCommit, [.fatal, .fatal, .backOff, .giveUp, .backOff]),
    (.offsetMetadataTooLarge, [.fatal, .fatal, .backOff, .giveUp, .fatal]),
  ]

  @Test func reactionsToErrors() {
    for error in Self.errors {
      let rows = Self.reactions.filter { $0.0 == error }
      #expect(rows.count == 1, "\(error)")
      #expect(
        rows.first?.1 == [
          Reaction.toJoin(error), Reaction.toSync(error),
          Reaction.toHeartbeat(error, in: .stable), Reaction.toCommit(error),
          Reaction.toOffsetFetch(error),
        ], "\(error)")
    }
    for state in MembershipState.allCases where state != .stable {
      #expect(Reaction.toHeartbeat(.rebalanceInProgress, in: state) == .accept)
    }
  }
}
