import Testing

@testable import Simulation

/// Each invariant is shown a bug that it must find; without one it must find nothing.
struct InvariantTests {
  private static let lengthMs: Int64 = 400_000

  private static let trips: [(Plant, Invariant)] = [
    (.sharedPlan, .planHasOneOwner), (.foreignTopic, .planForSubscribers),
    (.swappedPlan, .planSparesOwners),
    (.wrongAnswer, .oneCurrentReader), (.staleCommit, .noStaleCommit),
    (.commitAhead, .committedWasPolled), (.amnesia, .generationGrows),
    (.lostSync, .settlesWhenCalm), (.earlyHandOver, .planSparesOwners),
    (.lostWakeUp, .settlesWhenCalm), (.lostFetch, .allIsPolled),
  ]

  private static let transactionTrips: [(Plant, Invariant)] = [
    (.markerWithoutOffset, .exactlyOnce), (.abortCommits, .exactlyOnce),
    (.staleTransactionalCommit, .noStaleCommit), (.lostMarker, .transactionsEnd),
    (.lostOffsetMarker, .transactionsEnd), (.unstableRead, .readsAreCommitted),
    (.forgetfulLeader, .stableOffsetHolds), (.zombieAccepted, .transactionsEnd),
    (.lostBatch, .atLeastOnce), (.lostEnd, .allIsDelivered),
    (.alwaysFenced, .applicationsGoOn),
  ]

  @Test(arguments: trips.indices)
  func `a planted bug is found`(place: Int) {
    let (plant, invariant) = Self.trips[place]
    let found = (1...200).contains { seed in
      let run = SwarmRun(
        seed: UInt64(seed), lengthMs: Self.lengthMs, plant: plant, isFingerprinted: false)
      return run.violations.contains { $0.invariant == invariant }
    }
    #expect(found, "\(plant) does not trip \(invariant) within 200 seeds")
  }

  /// Of the first 200 seeds only those with transactions are played.
  @Test(arguments: transactionTrips.indices)
  func `a planted bug of transactions is found`(place: Int) {
    let (plant, invariant) = Self.transactionTrips[place]
    let found = (UInt64(1)...200).lazy.filter { SwarmScenario(seed: $0).hasTransactions }.contains {
      SwarmRun(seed: $0, lengthMs: Self.lengthMs, plant: plant, isFingerprinted: false)
        .violations.contains { $0.invariant == invariant }
    }
    #expect(found, "\(plant) does not trip \(invariant) within 200 seeds")
  }

  @Test func `every invariant and every plant is in the list`() {
    let trips = Self.trips + Self.transactionTrips
    let found =
      trips.map(\.1) + StormTests.trips.map(\.1) + StormTransactionTests.trips.map(\.1)
      + StormProducerTests.trips.map(\.1)
    #expect(Set(found) == Set(Invariant.allCases))
    #expect(Set(trips.map(\.0)) == Set(Plant.allCases))
    #expect(Set(StormTests.trips.map(\.0)) == Set(StormPlant.allCases))
    #expect(Set(StormTransactionTests.trips.map(\.0)) == Set(TransactionPlant.allCases))
    #expect(Set(StormProducerTests.trips.map(\.0)) == Set(ProducerPlant.allCases))
  }

  /// Here a member is made slow, dies, and starts again when faults have stopped: it is as fast as
  /// the others then, or it would miss its poll() for ever.
  @Test func `who starts again after all faults is not slow for ever`() {
    let run = SwarmRun(
      seed: 1_795_667_333_000_036, lengthMs: 600_000, isFingerprinted: false)
    #expect(run.violations.isEmpty)
  }

  /// In this run `sticky` gives a member a partition of a topic that it has unsubscribed from: it
  /// had it in an earlier generation than the present owner. That is Kafka's rule, and no bug.
  @Test func `what sticky gives back to a former owner trips nothing`() {
    #expect(SwarmRun(seed: 1778, lengthMs: 600_000, isFingerprinted: false).violations.isEmpty)
  }

  /// In these two that goes on for ever: the member joins again and gets the same. Kafka's rule,
  /// too.
  @Test(arguments: [406, 508] as [UInt64])
  func `whom sticky gives the same again and again trips nothing`(seed: UInt64) {
    #expect(SwarmRun(seed: seed, lengthMs: 600_000, isFingerprinted: false).violations.isEmpty)
  }

  /// A coordinator moves before generation 26 is written; the next one gives the number out again,
  /// and a member that was thrown out has it, too.
  @Test func `a number that was given out twice trips nothing`() {
    #expect(SwarmRun(seed: 908, lengthMs: 600_000, isFingerprinted: false).violations.isEmpty)
  }

  /// The only one who wanted a topic dies; its leader sees minutes later that it is gone.
  @Test func `a leader's late look at the metadata trips nothing`() {
    #expect(SwarmRun(seed: 1_000_720, lengthMs: 600_000, isFingerprinted: false).violations.isEmpty)
  }

  /// A static member hangs, is told to read one topic more, and comes back without a rebalance.
  @Test func `what a static member overlooks when it comes back trips nothing`() {
    #expect(SwarmRun(seed: 2_002_601, lengthMs: 300_000, isFingerprinted: false).violations.isEmpty)
  }

  @Test(arguments: [UInt64(1)...5, 6...8, 15...17] as [ClosedRange<UInt64>])
  func `honest runs trip nothing and repeat to the letter`(seeds: ClosedRange<UInt64>) {
    for seed in seeds {
      let run = SwarmRun(seed: seed, lengthMs: Self.lengthMs)
      #expect(run.violations.isEmpty, "seed \(seed): \(run.violations)")
      #expect(SwarmRun(seed: seed, lengthMs: Self.lengthMs).fingerprint == run.fingerprint)
    }
  }
}
