import Board
import Testing

@testable import regroup

@Suite struct PaceTests {
  @Test func realTimeFollowsTheWallClock() {
    let pace = Pace(wallMs: 1000, feedMs: 5000)
    #expect(pace.feedMs(atWallMs: 1250) == 5250)
    #expect(pace.wallMs(atFeedMs: 5250) == 1250)
    #expect(pace.feedMs(atWallMs: 900) == 5000)
  }

  @Test func aFeedTimeHasComeWhenItsWakeCame() {
    var speed: Speed? = .normal
    while let slower = speed?.slower { speed = slower }
    while let now = speed {
      let pace = Pace(wallMs: 77, feedMs: 1234, speed: now)
      for ahead: Int64 in 0...300 {
        guard let wakeMs = pace.wallMs(atFeedMs: 1234 + ahead) else {
          Issue.record("it plays")
          return
        }
        #expect(pace.feedMs(atWallMs: wakeMs) >= 1234 + ahead)
        if ahead > 0 { #expect(pace.feedMs(atWallMs: wakeMs - 1) < 1234 + ahead) }
      }
      speed = now.faster
    }
  }

  @Test func pausedTimeStandsStillAndNeedsNoWake() {
    var pace = Pace(wallMs: 0, feedMs: 0)
    pace.change(speed: .normal, isPlaying: false, wallMs: 100, feedMs: 100)
    #expect(pace.feedMs(atWallMs: 9999) == 100)
    #expect(pace.wallMs(atFeedMs: 200) == nil)
    pace.change(speed: .normal, isPlaying: true, wallMs: 5000, feedMs: 100)
    #expect(pace.feedMs(atWallMs: 5010) == 110)
  }

  @Test func anotherSpeedGoesOnFromHere() {
    var pace = Pace(wallMs: 0, feedMs: 0)
    guard let twice = Speed.normal.faster else {
      Issue.record("there is a faster speed")
      return
    }
    pace.change(speed: twice, isPlaying: true, wallMs: 1000, feedMs: pace.feedMs(atWallMs: 1000))
    #expect(pace.feedMs(atWallMs: 1500) == 2000)
  }
}
