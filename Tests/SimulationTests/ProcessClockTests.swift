import Testing

@testable import Simulation

/// Clocks that go at another pace.
struct ProcessClockTests {
  /// The first moment at which a clock shows a time is the first: it shows less before.
  @Test(arguments: [-30, -1, 0, 1, 30] as [Int64])
  func `a reading has a first moment`(gainPerMille: Int64) {
    let clock = ProcessClock(aheadMs: 5000, gainPerMille: gainPerMille)
    for reading in stride(from: Int64(5000), through: 200_000, by: 37) {
      let moment = clock.moment(of: reading)
      #expect(clock.reading(atMs: moment) >= reading)
      #expect(moment == 0 || clock.reading(atMs: moment - 1) < reading)
    }
  }

  @Test func `a clock that gains shows more`() {
    #expect(ProcessClock(aheadMs: 0, gainPerMille: 20).reading(atMs: 10_000) == 10_200)
    #expect(ProcessClock(aheadMs: 7, gainPerMille: -20).reading(atMs: 10_000) == 9807)
  }
}
