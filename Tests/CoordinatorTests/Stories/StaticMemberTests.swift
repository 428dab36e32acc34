import KafkaModel
import Testing

@testable import Coordinator

/// Static members (KIP-345): what the captures of a real broker do not show.
@Suite struct StaticMemberTests {
  /// Two static members, Stable: `a` leads.
  private func stable() -> (Broker, MemberId, MemberId) {
    var broker = Broker()
    let a = broker.join(instance: "a")
    let b = broker.join(instance: "b")
    broker.advance(byMs: 6000)
    let ids = [a, b].map { broker.joined($0)?.memberId ?? "" }
    broker.sync(ids[1], instance: "b")
    broker.sync(ids[0], instance: "a", plan: [(ids[0], [1]), (ids[1], [2])])
    return (broker, ids[0], ids[1])
  }

  @Test func aReturnInStableChangesOnlyTheId() {
    var (broker, a, b) = stable()
    let answer = broker.joined(broker.join(instance: "b"))
    #expect(answer?.generationId == Generation(1))
    #expect(answer?.leader == a)
    #expect(broker.state == .stable)
    let fresh = answer?.memberId ?? ""
    #expect(fresh != b)
    #expect(broker.synced(broker.sync(fresh, instance: "b"))?.assignment == [2])
    #expect(broker.heartbeat(b, instance: "b") == .fencedInstanceId)
    #expect(broker.heartbeat(b) == .unknownMemberId)
    #expect(
      broker.coordinator.hardState.group("g")?.members.contains { $0.memberId == fresh } == true)
  }

  @Test func aReturnThatCannotBeWrittenIsUndone() {
    var (broker, a, _) = stable()
    broker.holdsWrites = true
    let token = broker.join(instance: "a")
    #expect(broker.joined(token) == nil)
    broker.confirm(error: .notEnoughReplicas)
    #expect(broker.joined(token)?.errorCode == .coordinatorNotAvailable)
    #expect(broker.group?.leader == a)
    #expect(broker.heartbeat(a, instance: "a") == ErrorCode.none)
  }

  @Test func aReturnWhileItsOldSelfWaitsFencesIt() {
    var (broker, a, b) = stable()
    let old = broker.join(b, instance: "b", metadata: [9])
    let new = broker.join(instance: "b", metadata: [9])
    #expect(broker.joined(old)?.errorCode == .fencedInstanceId)
    broker.join(a, instance: "a")
    #expect(broker.joined(new)?.generationId == Generation(2))
  }
}
