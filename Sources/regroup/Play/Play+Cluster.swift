import Cluster
import Coordinator
import Feed
import KafkaSecurity
import Lessons
import Narration
import Simulation

extension Play {
  /// A figure with real members on a real cluster.
  static func figure(
    _ lesson: Lesson, on brokers: [BrokerAddress], connection: ConnectionConfig,
    caps: VersionCaps, anonymizer: Anonymizer? = nil
  ) throws -> Play {
    if lesson.scenario.transform != nil || !lesson.scenario.producers.isEmpty {
      throw Failure.usage(
        "figure \(lesson.number): its producers and their transactions are played in the "
          + "simulation only; see drive --transactional")
    }
    if (lesson.scenario.prologue + lesson.scenario.script).contains(where: {
      !$0.command.isForDrives
    }) {
      // It would be another story without them.
      throw Failure.usage(
        "figure \(lesson.number): its script changes settings of running members; "
          + "that is played in the simulation only")
    }
    var options = try DriveArguments.standard(brokers)
    options.caps = caps
    options.connection = connection
    let cast = ClusterCast(scenario: lesson.scenario, tag: options.tag)
    cast.fill(&options)
    if let fault = options.fault { throw Failure.failed("figure \(lesson.number): \(fault)") }
    let missing = lesson.scenario.missingOnClusters
    var caption = lesson.caption
    // In the title, because a footnote gives way to the story.
    if let missing {
      caption.title.english += " · without \(missing.english)"
      caption.title.korean += " · \(missing.korean) 없음"
    }
    let note = missing.map {
      Localized(
        english: "left out on a real cluster: \($0.english)",
        korean: "실제 클러스터에서는 빠짐: \($0.korean)")
    }
    return Play(
      source: StagedFigure(try DrivePlay.source(options, anonymizer: anonymizer), cast),
      lesson: lesson,
      caption: caption, title: lesson.caption.title, note: note)
  }
}

extension Scenario {
  /// What a real cluster cannot be told to do, in words; nil where that is nothing.
  var missingOnClusters: Localized? {
    var parts: [Localized] = []
    if latencyMs.upperBound >= Self.slowMs {
      parts.append(Localized(english: "slow network", korean: "느린 네트워크"))
    }
    if broker != CoordinatorConfig() {
      parts.append(Localized(english: "settings of the broker", korean: "브로커 설정"))
    }
    if parts.isEmpty { return nil }
    return Localized(
      english: parts.map(\.english).joined(separator: ", "),
      korean: parts.map(\.korean).joined(separator: ", "))
  }

  /// Messages that take longer are meant to be seen.
  private static let slowMs: Int64 = 100
}
