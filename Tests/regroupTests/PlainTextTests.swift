import Feed
import Lessons
import Narration
import Testing

@testable import regroup

@Suite struct PlainTextTests {
  @Test func clocks() {
    #expect(ClockText.milliseconds(0) == "0:00.000")
    #expect(ClockText.milliseconds(24_013) == "0:24.013")
    #expect(ClockText.milliseconds(3_661_007) == "61:01.007")
  }

  @Test func theStatusSaysWhoOwnsWhatAndTheThreeLines() throws {
    var play = Play.figure(try FigureChoice.lesson("6-5"), seed: nil)
    try play.go(to: .beat(1, name: "dead"))
    let lines = PlainText(language: .english).status(of: play.source)
    #expect(lines.contains("  B peter-kafka02: 1"))
    #expect(lines.contains("  not read: 0"))
    for label in ["  Why   ", "  Cost  ", "  Next  "] {
      #expect(lines.contains { $0.hasPrefix(label) && $0.count > label.count })
    }
  }

  @Test func everyLogLineBeginsWithItsTime() throws {
    var play = Play.figure(try FigureChoice.lesson("6-5"), seed: nil)
    let text = PlainText(language: .korean)
    var count = 0
    play.play(toMs: 40_000) { happened, now in
      for line in text.lines(of: happened, in: now.source) {
        count += 1
        #expect(line.hasPrefix(ClockText.milliseconds(now.source.nowMs)))
      }
      return true
    }
    #expect(count > 10)
  }
}
