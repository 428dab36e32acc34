import Cluster
import Feed
import Narration

/// A play of a group that is looked at.
enum WatchPlay {
  static func play(
    _ options: WatchOptions, place: String, historyMs: Int64? = nil,
    anonymizer: Anonymizer? = nil
  ) throws -> Play {
    let stage = WatchStage(
      try source(options, historyMs: historyMs, anonymizer: anonymizer), place: place)
    let name = options.group.text
    return Play(
      source: stage,
      title: anonymizer == nil
        ? Localized(english: name, korean: name)
        : Localized(english: "A group", korean: "그룹"))
  }

  static func source(
    _ options: WatchOptions, historyMs: Int64? = nil, anonymizer: Anonymizer? = nil
  ) throws -> WatchSource {
    do {
      return try WatchSource(
        options: options, historyMs: historyMs ?? 3_600_000, anonymizer: anonymizer)
    } catch {
      throw Failure.failed("no thread can be started: \(error)")
    }
  }
}
