import Endpoint
import Feed
import Narration

/// Real clients on the screen.
struct ServeStage: StagedSource {
  let serve: ServeSource
  private var log = LiveLog()

  init(_ serve: ServeSource) { self.serve = serve }

  var liveHistory: LiveHistory? { log.history }
  var anonymizer: Anonymizer? { serve.anonymizer }
  var capabilities: Capabilities { serve.capabilities }
  var nowMs: Int64 { serve.nowMs }
  var picture: GroupPicture { serve.picture }
  var timeline: Timeline { serve.timeline }
  var nextEventMs: Int64? { serve.nextEventMs }
  var failure: SourceFailure? { SourceFailure(in: serve.picture) }
  var traffic: [TimedEvent] { log.traffic }
  var arrivalDescriptor: Int32? { serve.wakeDescriptor }

  mutating func drain(toMs: Int64) -> [TimedEvent] {
    let happened = serve.drain(toMs: toMs)
    log.add(happened)
    log.history.add(serve.takeInputs())
    return happened
  }

  mutating func perform(_ command: Command) -> CommandAnswer {
    let answer = serve.perform(command)
    if answer == .done { log.history.add(command, atMs: nowMs) }
    return answer
  }

  mutating func travel(_ travel: Travel) -> Bool { serve.travel(travel) }
  func recentLog(_ count: Int) -> [TimedEvent] { log.recent(count) }

  mutating func shutDown(saying say: @escaping @Sendable (String) -> Void) -> [String] {
    serve.shutDown()
    return []
  }
}

extension Play {
  /// Clients that others wrote, on a broker of ours.
  static func serve(_ source: ServeSource, title: Localized) -> Play {
    Play(source: ServeStage(source), title: title)
  }
}
