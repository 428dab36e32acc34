import Board
import Feed
import KafkaModel
import Lessons
import Narration
import Screen
import Simulation

/// How long it takes to compute a whole frame.
enum FrameBench {
  static func run() -> [String] {
    let figure = Lessons.catalogue[0]
    return [
      line("figure \(figure.number)", .figure(figure, seed: nil)),
      line("40 members x 500 partitions", .sandbox(large, seed: 1)),
    ]
  }

  /// A group that needs all that condenses.
  static var large: SandboxOptions {
    var options = SandboxOptions()
    options.members = 40
    options.topics = (1...5).map { ScenarioTopic(TopicName("topic-\($0)"), 100) }
    return options
  }

  private static func line(_ name: String, _ play: Play) -> String {
    let model = BoardModel(play: play, language: .english, glyphs: .unicode)
    let view = FeedView(play: play)
    let count = 20
    let us = Stopwatch.medianUs {
      for _ in 0..<count { _ = Board.render(model, view, width: 200, height: 60) }
    }
    return "frame 200x60, \(name): \(Stopwatch.milliseconds(us / Int64(count))) ms"
  }
}
