import Testing

@testable import Simulation

/// Requests of any kind in any state, from members and from nobody.
struct StormTests {
  static let trips: [(StormPlant, Invariant)] = [
    (.answersTwice, .oneAnswer), (.losesAnswers, .oneAnswer), (.wrongError, .lawfulAnswer),
    (.losesRecords, .loadedIsWritten), (.staleLeader, .groupInOrder),
    (.neverUnstable, .lawfulAnswer), (.losesPending, .loadedIsWritten),
  ]

  @Test func `each has one answer, and one that Kafka can give`() {
    for seed in UInt64(1)...40 {
      let storm = RequestStorm(seed: seed, requests: 500)
      #expect(storm.violations.isEmpty, "seed \(seed): \(storm.violations)")
      #expect(storm.steps > 500)
    }
  }

  /// Here a plan is confirmed when its group has been made anew and has come to that generation.
  @Test func `a late plan is not a later group's`() {
    #expect(RequestStorm(seed: 1_795_667_333_008_350, requests: 1000).violations.isEmpty)
    #expect(RequestStorm(seed: 1_795_667_333_008_350, requests: 2000).violations.isEmpty)
  }

  @Test(arguments: trips.indices)
  func `a planted bug is found`(place: Int) {
    let (plant, invariant) = Self.trips[place]
    let found = (UInt64(1)...20).contains { seed in
      RequestStorm(seed: seed, requests: 500, plant: plant).violations.contains {
        $0.invariant == invariant
      }
    }
    #expect(found, "\(plant) does not trip \(invariant) within 20 seeds")
  }
}
