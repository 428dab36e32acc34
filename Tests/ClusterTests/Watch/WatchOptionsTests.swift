import Testing

@testable import Cluster

/// When a group that is looked at is asked again.
@Suite struct WatchOptionsTests {
  private let options = WatchOptions(bootstrap: [], group: "g", intervalMs: 1_000)

  @Test func asksOnTheSecond() {
    #expect(options.waitMs(10_030, isBusy: false) == 970)
    #expect(options.waitMs(10_700, isBusy: false) == 300)
  }

  @Test func isAskedMoreOftenWhileItRebalances() {
    #expect(options.waitMs(10_030, isBusy: true) == 220)
  }

  @Test func aSlowBrokerIsLeftAWhile() {
    #expect(options.waitMs(10_990, isBusy: false) == 250)
    #expect(options.waitMs(10_240, isBusy: true) == 62)
  }
}
