import Testing

@testable import Coordinator

/// The leaf machine of the join phase: every state, timer early and due.
@Suite struct JoinWaitTests {
  @Test func nothingWaits() {
    let (next, action) = JoinWait.none.timerFired(memberAdded: true, delayMs: 10, nowMs: 99)
    #expect(next == .none && action == .nothing)
  }

  @Test func anEarlyTimerChangesNothing() {
    let waits: [JoinWait] = [
      .everybody(dueMs: 100), .initialDelay(dueMs: 100, lengthMs: 30, remainingMs: 70),
    ]
    for wait in waits {
      let (next, action) = wait.timerFired(memberAdded: true, delayMs: 30, nowMs: 99)
      #expect(next == wait && action == .nothing)
    }
  }

  @Test func dueWaitsComplete() {
    let waits: [(JoinWait, added: Bool)] = [
      (.everybody(dueMs: 100), true),
      (.initialDelay(dueMs: 100, lengthMs: 30, remainingMs: 70), false),
      (.initialDelay(dueMs: 100, lengthMs: 30, remainingMs: 0), true),
    ]
    for (wait, added) in waits {
      let (next, action) = wait.timerFired(memberAdded: added, delayMs: 30, nowMs: 100)
      #expect(next == .none && action == .completed)
    }
  }

  @Test func anAddedMemberExtendsTheDelayWhileSomeRemains() {
    var wait = JoinWait.initial(delayMs: 30, rebalanceTimeoutMs: 80, nowMs: 0)
    var dues: [Int64] = []
    while let dueMs = wait.initialDelayDueMs {
      dues.append(dueMs)
      wait = wait.timerFired(memberAdded: true, delayMs: 30, nowMs: dueMs).next
    }
    #expect(dues == [30, 60, 80])
  }

  @Test func theDelayIsNeverShorterThanItself() {
    let wait = JoinWait.initial(delayMs: 300, rebalanceTimeoutMs: 100, nowMs: 5)
    #expect(wait == .initialDelay(dueMs: 305, lengthMs: 300, remainingMs: 0))
  }
}
