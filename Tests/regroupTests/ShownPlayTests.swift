import Board
import Feed
import Lessons
import Screen
import Testing

@testable import regroup

@Suite struct ShownPlayTests {
  private func shown(_ figure: String) throws -> ShownPlay {
    ShownPlay(
      play: .figure(try FigureChoice.lesson(figure), seed: nil), language: .english,
      glyphs: .unicode, wallMs: 0, snapshots: nil)
  }

  @Test func pausedNothingIsDue() throws {
    var play = try shown("6-4")
    #expect(play.nextWakeMs(width: 80) != nil)
    #expect(try play.press(.character(" "), wallMs: 10) == nil)
    play.mark = nil
    play.noticeUntilMs = nil
    #expect(play.nextWakeMs(width: 80) == nil)
  }

  @Test func killByKeyMarksWhatChanged() throws {
    var play = try shown("6-4")
    #expect(try play.press(.character("k"), wallMs: 0) == nil)
    #expect(play.play.source.picture.members[0].process == .dead)
    #expect(play.mark?.before.members[0].process == .running)
    #expect(play.mark?.untilMs == 1000)
  }

  @Test func refusalsBecomeNoticesThatGo() throws {
    var play = try shown("6-4")
    _ = try play.press(.character("r"), wallMs: 0)
    #expect(play.model.notice != nil)
    #expect(play.noticeUntilMs == 4000)
  }

  @Test func stepsStopTheClockAndKeepTheMark() throws {
    var play = try shown("6-5")
    let startMs = play.play.source.nowMs
    _ = try play.press(.right, wallMs: 0)
    #expect(!play.pace.isPlaying)
    #expect(play.play.source.nowMs > startMs)
    #expect(play.model.step == 1)
    #expect(play.mark != nil && play.mark?.untilMs == nil)
    _ = try play.press(.left, wallMs: 0)
    #expect(play.play.source.nowMs == startMs)
    #expect(play.mark == nil)
  }

  @Test func quitAndHomeAreWishes() throws {
    var play = try shown("6-4")
    #expect(try play.press(.character("q"), wallMs: 0) == .quit)
    #expect(try play.press(.escape, wallMs: 0) == .home)
    #expect(try play.press(.character("L"), wallMs: 0) == .language(.korean))
  }
}
