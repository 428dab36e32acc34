import KafkaModel
import Testing

@testable import Coordinator

/// What must hold after every step of any life.
@Suite struct InvariantTests {
  @Test func aGroupIsAlwaysInOrder() {
    for seed in 100...140 as ClosedRange<UInt64> {
      var life = RandomLife(seed: seed)
      var generation: Int32 = 0
      for step in 0..<150 {
        let existed = life.broker.group != nil
        life.step()
        guard let group = life.broker.group else { continue }
        let place: Comment = "seed \(seed), step \(step)"
        check(group, life.broker.timers, place)
        if existed { #expect(group.generation.value >= generation, place) }
        generation = group.generation.value
      }
    }
  }

  private func check(
    _ group: ClassicGroup, _ timers: [CoordinatorTimer: Int64], _ place: Comment
  ) {
    let members = group.allMembers
    if group.state == .empty { #expect(members.isEmpty, place) }
    // All may leave a join phase that still waits: for an id handed out, or in its delay.
    if members.isEmpty {
      #expect(
        group.state == .empty || !group.pendingIds.isEmpty || group.initialDelayDueMs != nil, place)
    }
    #expect(group.waitingCount == members.filter { $0.parkedJoin != nil }.count, place)
    #expect(group.members.owingCount == members.filter(\.owesSync).count, place)
    #expect(members.isEmpty == (group.leader == nil), place)
    if let leader = group.leader { #expect(group.member(leader) != nil, place) }
    let waits = group.joinDueMs ?? group.initialDelayDueMs
    #expect((group.state == .preparingRebalance) == (waits != nil), place)
    #expect(timers[.join(group.groupId)] == group.joinDueMs, place)
    #expect(timers[.initialDelay(group.groupId)] == group.initialDelayDueMs, place)
    #expect(timers[.sync(group.groupId)] == group.syncDueMs, place)
    for member in members {
      #expect(timers[.session(group.groupId, member.memberId)] == member.sessionDueMs, place)
      if member.sessionDueMs == nil {
        #expect(member.parkedJoin != nil || member.parkedSync != nil, place)
      }
      if member.parkedSync != nil { #expect(group.state == .completingRebalance, place) }
    }
  }
}
