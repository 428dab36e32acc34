import Cluster
import Testing

@testable import regroup

@Suite struct TimeArgumentTests {
  @Test func timesInEveryUnit() {
    #expect(TimeArgument.milliseconds("12s") == 12_000)
    #expect(TimeArgument.milliseconds("1.5s") == 1500)
    #expect(TimeArgument.milliseconds("0.001s") == 1)
    #expect(TimeArgument.milliseconds("300ms") == 300)
    #expect(TimeArgument.milliseconds("2m") == 120_000)
    #expect(TimeArgument.milliseconds("1h") == 3_600_000)
    #expect(TimeArgument.milliseconds("24h") == 86_400_000)
    #expect(TimeArgument.milliseconds("0s") == 0)
  }

  @Test func whatIsNoTime() {
    let wrong = [
      "", "12", "s", "-1s", "1.s", ".5s", "1.2.3s", "1e3s", "25h", "99999999999999999999s",
      "12 s", "12S", "١s", "1.1234567s", "+1s",
    ]
    for text in wrong { #expect(TimeArgument.milliseconds(text) == nil, "\(text)") }
  }

  @Test func limitsAreNamedWhateverIsWrong() throws {
    #expect(WatchCommand.intervals.ms == WatchOptions.intervalsMs)
    let interval = Arguments.time(WatchCommand.intervals)
    #expect(try interval("100ms") == 100)
    #expect(try interval("60m") == 3_600_000)
    for text in ["abc", "99ms", "61m", "2h", "0s"] {
      #expect("\(text)") { try interval(text) } throws: {
        "\($0)".contains("from 100ms to 60m")
      }
    }
  }
}
