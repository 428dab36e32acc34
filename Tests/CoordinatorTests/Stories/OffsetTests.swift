import KafkaModel
import Testing

@testable import Coordinator

/// OffsetCommit, OffsetFetch, DeleteGroups.
@Suite struct OffsetTests {
  @Test func aMemberCommitsAndAnyoneMayAsk() {
    var (broker, ids) = Broker.stable(1)
    #expect(broker.committed() == -1)
    #expect(broker.commit(ids[0], 42) == ErrorCode.none)
    #expect(broker.committed() == 42)
    #expect(broker.commit(ids[0], 7) == ErrorCode.none)
    #expect(broker.committed() == 7)
    #expect(broker.committed(partition: 1) == -1)
  }

  @Test func theMemberMustBeOfTheCurrentGeneration() {
    var (broker, ids) = Broker.stable(1)
    #expect(broker.commit("x", 1) == .unknownMemberId)
    #expect(broker.commit(ids[0], 1, generation: 0) == .illegalGeneration)
    #expect(broker.commit(ids[0], 1, generation: -1) == .illegalGeneration)
    #expect(broker.commit("", 1, generation: -1) == .unknownMemberId)
    #expect(broker.committed() == -1)
  }

  @Test func aConsumerWithoutAGroupMakesASimpleOne() {
    var broker = Broker()
    #expect(broker.commit("", 1, generation: 0) == .illegalGeneration)
    #expect(broker.commit("", 1, generation: 0, version: 9) == .groupIdNotFound)
    #expect(broker.group == nil)
    #expect(broker.commit("", 5, generation: -1) == ErrorCode.none)
    #expect(broker.committed() == 5)
    #expect(broker.state == .empty)
  }

  @Test func longMetadataIsRefusedForItsPartition() {
    var broker = Broker()
    let longest = String(repeating: "é", count: 4096)
    #expect(
      broker.commit("", 1, generation: -1, metadata: longest + "x") == .offsetMetadataTooLarge)
    #expect(broker.committed() == -1)
    #expect(broker.commit("", 1, generation: -1, metadata: longest) == ErrorCode.none)
  }

  @Test func aCommitIsAnsweredAndVisibleWhenItIsWritten() {
    var (broker, ids) = Broker.stable(1)
    broker.holdsWrites = true
    #expect(broker.commit(ids[0], 42) == nil)
    #expect(broker.committed() == -1)
    broker.confirm()
    #expect(broker.committed() == 42)
    #expect(broker.commit(ids[0], 43) == nil)
    broker.confirm(error: .notLeaderOrFollower)
    #expect(broker.committed() == 42)
    guard
      case .offsetCommit(let last)? = broker.answers.max(by: { $0.key.value < $1.key.value }).map({
        $0.value.response
      })
    else { return }
    #expect(last.topics.first?.partitions.first?.errorCode == .notCoordinator)
  }

  @Test func onlyGroupsWithoutMembersAreDeleted() {
    var (broker, ids) = Broker.stable(1)
    broker.commit(ids[0], 5).map { #expect($0 == .none) }
    #expect(delete(&broker) == [.nonEmptyGroup, .groupIdNotFound])
    #expect(broker.leave(ids[0]) == ErrorCode.none)
    #expect(broker.committed() == 5)
    #expect(delete(&broker) == [.none, .groupIdNotFound])
    #expect(broker.group == nil)
    #expect(broker.committed() == -1)
    #expect(broker.coordinator.hardState == HardState())
  }

  @Test func aFailedDeletionLeavesTheGroup() {
    var broker = Broker()
    #expect(broker.commit("", 5, generation: -1) == ErrorCode.none)
    broker.holdsWrites = true
    let token = broker.send(.deleteGroups(DeleteGroupsRequest(groupsNames: ["g"])))
    broker.confirm(error: .requestTimedOut)
    guard case .deleteGroups(let response)? = broker.answer(token) else {
      Issue.record("not answered")
      return
    }
    #expect(response.results.map(\.errorCode) == [.coordinatorNotAvailable])
    #expect(broker.state == .empty)
    #expect(broker.committed() == 5)
  }

  private func delete(_ broker: inout Broker) -> [ErrorCode] {
    let token = broker.send(.deleteGroups(DeleteGroupsRequest(groupsNames: ["g", "h"])))
    guard case .deleteGroups(let response)? = broker.answer(token) else { return [] }
    return response.results.map(\.errorCode)
  }
}
