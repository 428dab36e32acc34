import Feed
import KafkaModel
import Testing

@Suite struct LogEndTests {
  @Test func anExactRateNeedsNoEventForEachRecord() {
    let end = LogEnd(offset: Offset(100), growthPerKilosecond: 1_500)
    let rows: [(Int64, Int64)] = [
      (-5, 100), (0, 100), (666, 100), (667, 101), (1_000_000, 1_600), (1_000_667, 1_601),
    ]
    for (elapsedMs, offset) in rows { #expect(end.offset(afterMs: elapsedMs) == Offset(offset)) }
  }

  @Test func theLargestRateAndTimeDoNotOverflow() {
    let end = LogEnd(offset: Offset(9_000_000_000_000_000), growthPerKilosecond: 1_000_000_000)
    #expect(end.offset(afterMs: 1_000_000_000_000_000).value == 1_009_000_000_000_000_000)
  }
}
