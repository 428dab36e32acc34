import Cluster
import Feed
import Narration

/// A real group on the screen; the log is kept here, because time never goes back.
struct DriveStage: StagedSource {
  let drive: DriveSource
  private var log = LiveLog()

  init(_ drive: DriveSource) {
    self.drive = drive
    log.history.add([TimedEvent(0, .health(drive.picture.health))])
  }

  var liveHistory: LiveHistory? { log.history }
  var anonymizer: Anonymizer? { drive.anonymizer }

  var capabilities: Capabilities { drive.capabilities }
  var nowMs: Int64 { drive.nowMs }
  var picture: GroupPicture { drive.picture }
  var timeline: Timeline { drive.timeline }
  var nextEventMs: Int64? { drive.nextEventMs }
  var traffic: [TimedEvent] { log.traffic }
  var arrivalDescriptor: Int32? { drive.wakeDescriptor }

  mutating func drain(toMs: Int64) -> [TimedEvent] { drain { _ in [] } }

  /// As `DriveSource.drain(watching:)`.
  mutating func drain(watching watch: (TimedEvent) -> [TimedEvent]) -> [TimedEvent] {
    let happened = drive.drain(watching: watch)
    log.add(happened)
    return happened
  }

  mutating func perform(_ command: Command) -> CommandAnswer {
    let answer = drive.perform(command)
    if answer == .done { log.history.add(command, atMs: nowMs) }
    return answer
  }

  mutating func travel(_ travel: Travel) -> Bool { drive.travel(travel) }
  func recentLog(_ count: Int) -> [TimedEvent] { log.recent(count) }
  mutating func shutDown(saying say: @escaping @Sendable (String) -> Void) -> [String] {
    guard drive.anonymizer != nil else { return drive.shutDown(saying: say) }
    // Both would name groups and topics.
    let left = drive.shutDown(saying: { _ in say("waits for the cluster to be tidied up") })
    return left.isEmpty
      ? [] : ["\(left.count) things stay behind on the cluster; their names begin with regroup-"]
  }

  var failure: SourceFailure? { SourceFailure(in: drive.picture) }
}

extension Play {
  /// A group on a real cluster.
  static func drive(_ source: DriveSource, title: Localized) -> Play {
    Play(source: DriveStage(source), title: title)
  }
}
