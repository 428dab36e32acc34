import Cluster
import Coordinator
import Lessons
import Narration
import Simulation

extension Play {
  /// A figure with real members on a real cluster.
  static func figure(
    _ lesson: Lesson, on brokers: [BrokerAddress], caps: VersionCaps
  ) throws -> Play {
    var options = try DriveArguments.standard(brokers)
    options.caps = caps
    let cast = ClusterCast(scenario: lesson.scenario, tag: options.tag)
    cast.fill(&options)
    if let fault = options.fault { throw Failure.failed("figure \(lesson.number): \(fault)") }
    var caption = lesson.caption
    let note = lesson.scenario.leftOut
    // What is not shown here is worth more than what the book has otherwise.
    caption.footnote = note ?? caption.footnote
    return Play(
      source: StagedFigure(try DrivePlay.source(options), cast), lesson: lesson,
      caption: caption, title: caption.title, note: note)
  }
}

extension Scenario {
  /// What a real cluster cannot be told to do, in words; nil where that is nothing.
  var leftOut: Localized? {
    var parts: [Localized] = []
    if latencyMs.upperBound >= Self.slowMs {
      parts.append(Localized(english: "slow network", korean: "느린 네트워크"))
    }
    if broker != CoordinatorConfig() {
      parts.append(Localized(english: "settings of the broker", korean: "브로커 설정"))
    }
    if parts.isEmpty { return nil }
    return Localized(
      english: "left out on a real cluster: " + parts.map(\.english).joined(separator: ", "),
      korean: "실제 클러스터에서는 빠짐: " + parts.map(\.korean).joined(separator: ", "))
  }

  /// Messages that take longer are meant to be seen.
  private static let slowMs: Int64 = 100
}
