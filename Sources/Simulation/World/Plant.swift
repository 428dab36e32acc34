import Coordinator
import Feed
import KafkaModel

/// A bug put in on purpose, so that a test can see the invariant that must find it trip.
enum Plant: Hashable, Sendable, CaseIterable {
  /// The plan gives the first member's partitions to all.
  case sharedPlan
  /// The plan gives the first member a topic it does not subscribe to.
  case foreignTopic
  /// The plan gives the first two members each other's share, whoever still owns what.
  case swappedPlan
  /// A SyncGroup answer names what another member has.
  case wrongAnswer
  /// Commits reach the coordinator under the current generation, whatever the client held.
  case staleCommit
  /// Commits are ahead of what was polled.
  case commitAhead
  /// The coordinator forgets its group and begins again with generation 1.
  case amnesia
  /// No SyncGroup ever arrives.
  case lostSync
  /// A partition that the plan withholds until its owner has given it up goes to another at once.
  case earlyHandOver
  /// From some time on nobody wakes the first member when its timers are due.
  case lostWakeUp
  /// From some time on no Fetch arrives.
  case lostFetch

  // Of transactions.
  /// The group coordinator takes a COMMIT marker for an ABORT: what was sent counts, the offsets
  /// do not.
  case markerWithoutOffset
  /// TxnOffsetCommit reaches the group under its current generation, whatever the producer told.
  case staleTransactionalCommit
  /// ABORT markers are written as COMMIT.
  case abortCommits
  /// From some time on the last marker of a transaction is on its way for ever.
  case lostMarker
  /// The group coordinator says that it has written a marker, and has not.
  case lostOffsetMarker
  /// read_committed readers get what read_uncommitted ones get.
  case unstableRead
  /// A leader forgets which producers have written, and what is open.
  case forgetfulLeader
  /// A leader writes batches of which the transaction coordinator says that they are a zombie's.
  case zombieAccepted
  /// A leader answers plain batches without writing them.
  case lostBatch
  /// From some time on no EndTxn arrives.
  case lostEnd
  /// From some time on producers that want to commit are told that they are fenced.
  case alwaysFenced
}

extension World {
  /// What the planted bug makes of a request on arrival; nil = it is lost.
  mutating func bend(_ request: Request) -> Request? {
    switch (plant, request) {
    case (.sharedPlan, .syncGroup(var sync)) where sync.assignments.count > 1:
      let first = sync.assignments[0].assignment
      for i in sync.assignments.indices { sync.assignments[i].assignment = first }
      return .syncGroup(sync)
    case (.foreignTopic, .syncGroup(var sync)) where !sync.assignments.isEmpty:
      let alien = ConsumerAssignment(partitions: [TopicPartition("not-subscribed", 0)])
      sync.assignments[0].assignment = (try? alien.bytes()) ?? []
      return .syncGroup(sync)
    case (.swappedPlan, .syncGroup(var sync)) where sync.assignments.count > 1:
      let first = sync.assignments[0].assignment
      sync.assignments[0].assignment = sync.assignments[1].assignment
      sync.assignments[1].assignment = first
      return .syncGroup(sync)
    case (.staleCommit, .offsetCommit(var commit)):
      guard let group = coordinator.group(commit.groupId) else { return request }
      commit.generationId = group.generation
      commit.memberId = group.leader ?? commit.memberId
      return .offsetCommit(commit)
    case (.commitAhead, .offsetCommit(var commit)):
      for t in commit.topics.indices {
        for p in commit.topics[t].partitions.indices {
          let ahead = commit.topics[t].partitions[p].committedOffset + 1_000_000
          commit.topics[t].partitions[p].committedOffset = ahead
        }
      }
      return .offsetCommit(commit)
    case (.amnesia, .leaveGroup), (.amnesia, .joinGroup):
      if nowMs > 60_000 {
        coordinator = GroupCoordinator(config: scenario.broker, generator: generator)
        plant = nil
      }
      return request
    case (.lostSync, .syncGroup): return nil
    case (_, .txnOffsetCommit(let commit)): return .txnOffsetCommit(bend(commit))
    case (.earlyHandOver, .syncGroup(var sync)) where sync.assignments.count > 1:
      handOverEarly(&sync)
      return .syncGroup(sync)
    default: return request
    }
  }

  func bend(_ response: Response) -> Response {
    guard plant == .wrongAnswer, case .syncGroup(var sync) = response, sync.errorCode == .none,
      let group = coordinator.group(scenario.groupId), let other = group.allMembers.first
    else { return response }
    sync.assignment = other.assignment
    return .syncGroup(sync)
  }

  /// Whether an event is one that the planted bug swallows.
  func swallows(_ event: borrowing WorldEvent) -> Bool {
    guard nowMs > Self.plantedFromMs else { return false }
    switch (plant, copy event) {
    case (.lostWakeUp, .wake(let party, _)): return party == .consumer(MemberSlot(0))
    case (.lostFetch, .request(let envelope)):
      if case .fetch = envelope.body { return true } else { return false }
    case (.lostEnd, .request(let envelope)):
      if case .endTxn = envelope.body { return true } else { return false }
    case (.lostMarker, .transactions(.marker(let order, let partition))):
      return partition == order.partitions.last
    default: return false
    }
  }

  static let plantedFromMs: Int64 = 60_000

  /// Of the partitions that somebody owns and nobody gets, the first goes to another member.
  private func handOverEarly(_ sync: inout SyncGroupRequest) {
    let members = coordinator.group(sync.groupId)?.allMembers ?? []
    let plan = sync.assignments.map { try? ConsumerAssignment(bytes: $0.assignment) }
    for member in members {
      guard let said = member.subscription,
        let withheld = said.ownedPartitions.first(where: { owned in
          !plan.contains { $0?.partitions.contains(owned) ?? false }
        }),
        let place = sync.assignments.firstIndex(where: { $0.memberId != member.memberId }),
        var part = plan[place]
      else { continue }
      part.partitions.append(withheld)
      sync.assignments[place].assignment = (try? part.bytes()) ?? []
      return
    }
  }
}

extension ClassicMember {
  fileprivate var subscription: ConsumerSubscription? {
    protocols.first.flatMap { try? ConsumerSubscription(bytes: $0.metadata) }
  }
}
