import TestSupport
import Testing

@testable import regroup

/// The law of time travel, on a few seeds; the program tries it on a thousand.
struct WanderLawTests {
  @Test func `whatever keys are pressed, the present is that of straight play`() throws {
    for seed: UInt64 in 1...12 {
      var wander = Wander(seed: seed)
      let difference = try wander.run()
      #expect(difference == nil, "seed \(seed): \(wander.text)")
    }
  }
}
