import KafkaModel
import Testing

@testable import Coordinator

/// Offsets that a transaction commits, at the group's side (KIP-98, KIP-447).
@Suite struct TransactionalOffsetTests {
  private let one = Producer(id: 1, epoch: 0)
  private let two = Producer(id: 2, epoch: 0)

  private func mark(
    _ broker: inout Broker, _ producer: Producer, commit: Bool,
    partition: Int32 = Broker.group.offsetsPartition()
  ) {
    let marker = TransactionMarker(producer: producer, isCommit: commit)
    let outcome = broker.coordinator.endTransaction(
      marker, partition: partition, nowMs: broker.nowMs)
    if let outcome { broker.take(outcome) }
  }

  @Test func theyAreInvisibleUntilTheMarkerAndReadersMayWait() {
    var broker = Broker()
    broker.commit("", 1, generation: -1).map { #expect($0 == .none) }
    #expect(broker.commit(in: one, 50) == ErrorCode.none)
    #expect(broker.committed() == 1)
    #expect(broker.stableOffset()?.error == .unstableOffsetCommit)
    #expect(broker.stableOffset()?.offset == -1)
    #expect(broker.stableOffset(partition: 1)?.error == ErrorCode.none)
    mark(&broker, one, commit: true)
    #expect(broker.committed() == 50)
    #expect(broker.stableOffset()?.offset == 50)
    #expect(broker.commit(in: one, 60) == ErrorCode.none)
    mark(&broker, one, commit: false)
    #expect(broker.committed() == 50)
    #expect(broker.stableOffset()?.error == ErrorCode.none)
  }

  @Test func aMarkerConcernsItsProducerAndItsPartitionOnly() {
    var broker = Broker()
    #expect(broker.commit(in: one, 50) == ErrorCode.none)
    mark(&broker, two, commit: true)
    mark(&broker, one, commit: true, partition: Broker.group.offsetsPartition() + 1)
    #expect(broker.stableOffset()?.error == .unstableOffsetCommit)
    mark(&broker, one, commit: true)
    #expect(broker.committed() == 50)
  }

  @Test func whatWasWrittenLaterCounts() {
    var broker = Broker()
    #expect(broker.commit(in: one, 50) == ErrorCode.none)
    #expect(broker.commit("", 55, generation: -1) == ErrorCode.none)
    #expect(broker.stableOffset()?.error == .unstableOffsetCommit)
    mark(&broker, one, commit: true)
    #expect(broker.committed() == 55)
    // Of two transactions the one that wrote last, whichever ends first.
    #expect(broker.commit(in: one, 60) == ErrorCode.none)
    #expect(broker.commit(in: two, 70) == ErrorCode.none)
    mark(&broker, two, commit: true)
    #expect(broker.committed() == 70)
    mark(&broker, one, commit: true)
    #expect(broker.committed() == 70)
    #expect(broker.commit(in: one, 80) == ErrorCode.none)
    #expect(broker.commit(in: two, 90) == ErrorCode.none)
    #expect(broker.commit(in: one, 81) == ErrorCode.none)
    mark(&broker, two, commit: true)
    mark(&broker, one, commit: true)
    #expect(broker.committed() == 81)
  }

  @Test func aZombieIsToldByItsGeneration() {
    var (broker, ids) = Broker.completing(2)
    // Not in Stable yet: that does not matter to a transaction.
    #expect(broker.commit(in: one, 1, member: ids[0], generation: 1) == ErrorCode.none)
    #expect(broker.commit(in: one, 1, member: ids[0], generation: 0) == .illegalGeneration)
    #expect(broker.commit(in: one, 1, member: "nobody", generation: 1) == .unknownMemberId)
    #expect(
      broker.commit(in: one, 1, member: ids[0], generation: 1, instance: "i") == .unknownMemberId)
    // Only the group's name, as before KIP-447: nobody is fenced.
    #expect(broker.commit(in: one, 1) == ErrorCode.none)
  }

  /// It writes on under the old generation; what it has sent before it must abort.
  @Test func afterARebalanceTheOldOwnersOffsetsAreRefused() {
    var (broker, ids) = Broker.stable(2)
    let (owner, other) = (ids[1], ids[0])
    #expect(broker.commit(in: one, 10, member: owner, generation: 1) == ErrorCode.none)
    let third = broker.joinNew().id
    for id in ids { broker.join(id) }
    #expect(broker.generation == 2)
    #expect(broker.commit(in: one, 20, member: owner, generation: 1) == .illegalGeneration)
    // The new owner waits for the end of the old one's transaction.
    #expect(broker.stableOffset()?.error == .unstableOffsetCommit)
    mark(&broker, one, commit: false)
    #expect(broker.stableOffset()?.offset == -1)
    #expect(broker.commit(in: two, 12, member: other, generation: 2) == ErrorCode.none)
    mark(&broker, two, commit: true)
    #expect(broker.committed() == 12)
    // One that has left is not even known.
    #expect(broker.leave(third) == ErrorCode.none)
    #expect(broker.commit(in: one, 30, member: third, generation: 2) == .unknownMemberId)
    #expect(broker.committed() == 12)
  }

  @Test func aStaticMembersOldSelfIsFenced() {
    var broker = Broker()
    let joined = broker.join(instance: "a")
    broker.advance(byMs: 6_000)
    let old = broker.joined(joined)?.memberId ?? ""
    broker.sync(old, instance: "a", plan: [(old, [1])])
    let new = broker.joined(broker.join(instance: "a"))?.memberId ?? ""
    for (id, expected) in [(old, .fencedInstanceId), (new, .none)] as [(MemberId, ErrorCode)] {
      let verdict = broker.commit(in: one, 1, member: id, generation: 1, instance: "a")
      #expect(verdict == expected)
    }
  }

  @Test func theyAreNoSignOfLife() {
    var (broker, ids) = Broker.stable(1)
    let dueMs = broker.group?.member(ids[0])?.sessionDueMs
    broker.advance(byMs: 1_000)
    #expect(broker.commit(in: one, 1, member: ids[0], generation: 1) == ErrorCode.none)
    #expect(broker.group?.member(ids[0])?.sessionDueMs == dueMs)
    #expect(broker.commit(ids[0], 1) == ErrorCode.none)
    #expect(broker.group?.member(ids[0])?.sessionDueMs != dueMs)
  }

  @Test func deletingTheGroupDeletesWhatIsPending() {
    var broker = Broker()
    #expect(broker.commit(in: one, 50) == ErrorCode.none)
    broker.send(.deleteGroups(DeleteGroupsRequest(groupsNames: [Broker.group])))
    #expect(broker.group == nil)
    #expect(broker.coordinator.hardState == HardState())
    mark(&broker, one, commit: true)
    #expect(broker.committed() == -1)
    #expect(broker.group == nil)
  }

  @Test func deletingAnOffsetDeletesWhatIsPendingForIt() {
    var broker = Broker()
    #expect(broker.commit(in: one, 50) == ErrorCode.none)
    #expect(broker.commit(in: one, 51, partition: 1) == ErrorCode.none)
    let request = OffsetDeleteRequest(
      groupId: Broker.group, topics: [.init(name: "t", partitions: [.init(partitionIndex: 0)])])
    broker.send(.offsetDelete(request), version: 0)
    #expect(broker.stableOffset()?.error == ErrorCode.none)
    #expect(broker.stableOffset(partition: 1)?.error == .unstableOffsetCommit)
    mark(&broker, one, commit: true)
    #expect(broker.committed() == -1)
    #expect(broker.committed(partition: 1) == 51)
  }

  @Test func aMarkerHasToComeAgainWhileTheLogIsRead() {
    var broker = Broker()
    #expect(broker.commit(in: one, 50) == ErrorCode.none)
    let log = broker.log
    broker.take(broker.coordinator.startLoading(nowMs: 0))
    let marker = TransactionMarker(producer: one, isCommit: true)
    #expect(broker.coordinator.endTransaction(marker, partition: 0, nowMs: 0) == nil)
    broker.take(broker.coordinator.load(log, nowMs: 0))
    #expect(broker.stableOffset()?.error == .unstableOffsetCommit)
    mark(&broker, one, commit: true)
    #expect(broker.committed() == 50)
  }

  /// load(log) = hard state, and so is load of the fewest records that say the same.
  @Test func loadingGivesTheHardState() {
    for seed in 1...40 as ClosedRange<UInt64> {
      var chance = SeededGenerator(seed: seed)
      var broker = Broker()
      for _ in 0..<60 {
        let producer = chance.chance(percent: 50) ? one : two
        let partition = Int32(chance.int(in: 0...2))
        switch chance.int(in: 0...6) {
        case 0...2: broker.commit(in: producer, chance.int(in: 0...99), partition: partition)
        case 3:
          _ = broker.commit("", chance.int(in: 0...99), generation: -1, partition: partition)
        case 4:
          let topic = OffsetDeleteRequest.Topic(
            name: "t", partitions: [.init(partitionIndex: partition)])
          broker.send(
            .offsetDelete(OffsetDeleteRequest(groupId: Broker.group, topics: [topic])),
            version: 0)
        default: mark(&broker, producer, commit: chance.chance(percent: 60))
        }
      }
      let state = broker.coordinator.hardState
      for records in [broker.log, state.records(of: Broker.group)] {
        var other = Broker()
        other.take(other.coordinator.load(records, nowMs: 0))
        let again = other.coordinator.hardState
        #expect(again.records(of: Broker.group) == state.records(of: Broker.group), "\(seed)")
        for producer in [one, two] { mark(&other, producer, commit: true) }
      }
    }
  }
}
