import Testing

@testable import Simulation

/// Batches and markers of any kind at a partition's leader.
struct StormProducerTests {
  static let trips: [(ProducerPlant, Invariant)] = [
    (.forgetsOpen, .stableIsDecided), (.wrongDuplicate, .batchIsOnce),
    (.takesGaps, .batchIsOnce), (.takesZombies, .partitionFences),
  ]

  @Test func `what is stable, sent again or fenced can be told from the log`() {
    for seed in UInt64(1)...200 {
      let storm = ProducerStorm(seed: seed, steps: 500)
      #expect(storm.violations.isEmpty, "seed \(seed): \(storm.violations)")
      #expect(storm.steps == 500)
    }
  }

  @Test(arguments: trips.indices)
  func `a planted bug is found`(place: Int) {
    let (plant, invariant) = Self.trips[place]
    let found = (UInt64(1)...200).contains { seed in
      ProducerStorm(seed: seed, steps: 500, plant: plant).violations.contains {
        $0.invariant == invariant
      }
    }
    #expect(found, "\(plant) does not trip \(invariant) within 200 seeds")
  }
}
