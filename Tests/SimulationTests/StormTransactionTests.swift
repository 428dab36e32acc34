import Testing

@testable import Simulation

/// Requests of any kind to a transaction coordinator in any state.
struct StormTransactionTests {
  static let trips: [(TransactionPlant, Invariant)] = [
    (.answersTwice, .oneAnswer), (.losesAnswers, .oneAnswer), (.wrongError, .lawfulAnswer),
    (.fencesTheRightOne, .lawfulAnswer), (.losesRecords, .loadedIsWritten),
    (.epochGoesBack, .producerIsOne), (.sharesProducerIds, .producerIsOne),
    (.skipsOngoing, .stateFollows), (.changesItsMind, .decisionStands),
    (.completesEarly, .markedIsComplete), (.scansAtOnce, .scansInOrder),
  ]

  @Test func `whatever is asked, the coordinator answers as Kafka does and decides once`() {
    for seed in UInt64(1)...200 {
      let storm = TransactionStorm(seed: seed, requests: 300)
      #expect(storm.violations.isEmpty, "seed \(seed): \(storm.violations)")
      #expect(storm.steps > 300)
    }
  }

  @Test(arguments: trips.indices)
  func `a planted bug is found`(place: Int) {
    let (plant, invariant) = Self.trips[place]
    let found = (UInt64(1)...200).contains { seed in
      TransactionStorm(seed: seed, requests: 300, plant: plant).violations.contains {
        $0.invariant == invariant
      }
    }
    #expect(found, "\(plant) does not trip \(invariant) within 200 seeds")
  }
}
