import Lessons
import Testing

@testable import regroup

@Suite struct PlacesTests {
  private func play() throws -> Play { .figure(try FigureChoice.lesson("6-5"), seed: nil) }

  @Test func beatsBeginWhereTheirEventIs() throws {
    var dead = try play()
    try dead.go(to: .beat(1, name: "dead"))
    #expect(dead.source.picture.beat == 1)
    #expect(dead.source.picture.members[0].process == .dead)
    #expect(dead.source.picture.members[0].diedMs == dead.source.nowMs)
    var even = try play()
    let startMs = even.source.nowMs
    try even.go(to: .beat(0, name: "even"))
    #expect(even.source.nowMs == startMs)
  }

  @Test func theLastStepIsTheEndOfTheScript() throws {
    var play = try play()
    try play.go(to: .step(.last))
    #expect(play.source.isFinished)
    #expect(play.source.stepNumber == play.source.stepCount)
    #expect(play.source.picture.state == .stable)
    #expect(play.source.picture.partitions.allSatisfy { $0.status.isRead })
  }

  @Test func aStepByItsNumber() throws {
    var play = try play()
    try play.go(to: .step(.number(1)))
    #expect(play.source.stepNumber == 1)
    var beyond = try self.play()
    #expect(throws: Failure.self) { try beyond.go(to: .step(.number(100_000))) }
  }

  @Test func timesFromTheStartToAnHour() throws {
    var play = try play()
    try play.go(to: .time(20_000))
    #expect(play.source.nowMs == 20_000)
    var early = try self.play()
    let startMs = early.source.nowMs
    try early.go(to: .time(0))
    #expect(early.source.nowMs == startMs)
    var late = try self.play()
    #expect(throws: Failure.self) { try late.go(to: .time(7_200_000)) }
  }

  @Test func unknownNamesSayWhatThereIs() throws {
    let lesson = try FigureChoice.lesson("6-5")
    do {
      _ = try FigureChoice.beat("nope", of: lesson)
      Issue.record("there is no such beat")
    } catch {
      #expect(error.text.contains("'nope'") && error.text.contains("even, dead, moved"))
    }
    do {
      _ = try FigureChoice.lesson("9-9")
      Issue.record("there is no such figure")
    } catch {
      #expect(error.text.contains("'9-9'") && error.text.contains("6-4, 6-5"))
    }
  }
}
