import Cluster
import Feed
import Narration

/// A real group on the screen; the log is kept here, because time never goes back.
struct DriveStage: StagedSource {
  let drive: DriveSource
  private var log: [TimedEvent] = []
  private var trafficLog = TrafficLog()
  private let history = LiveHistory()

  /// Lines of the log that are kept, at least; at most twice as many.
  private static let logged = 2000

  init(_ drive: DriveSource) {
    self.drive = drive
    history.add([TimedEvent(0, .health(drive.picture.health))])
  }

  var liveHistory: LiveHistory? { history }
  var anonymizer: Anonymizer? { drive.anonymizer }

  var capabilities: Capabilities { drive.capabilities }
  var nowMs: Int64 { drive.nowMs }
  var picture: GroupPicture { drive.picture }
  var timeline: Timeline { drive.timeline }
  var nextEventMs: Int64? { drive.nextEventMs }
  var traffic: [TimedEvent] { trafficLog.entries.map(\.event) }
  var arrivalDescriptor: Int32? { drive.wakeDescriptor }

  mutating func drain(toMs: Int64) -> [TimedEvent] { drain { _ in [] } }

  /// As `DriveSource.drain(watching:)`.
  mutating func drain(watching watch: (TimedEvent) -> [TimedEvent]) -> [TimedEvent] {
    let happened = drive.drain(watching: watch)
    history.add(happened)
    log += happened.filter { $0.event.isLogged }
    for event in happened { trafficLog.add(event) }
    if log.count > 2 * Self.logged { log.removeFirst(log.count - Self.logged) }
    return happened
  }

  mutating func perform(_ command: Command) -> CommandAnswer {
    let answer = drive.perform(command)
    if answer == .done { history.add(command, atMs: nowMs) }
    return answer
  }

  mutating func travel(_ travel: Travel) -> Bool { drive.travel(travel) }
  func recentLog(_ count: Int) -> [TimedEvent] { log.suffix(count) }
  mutating func shutDown(saying say: @escaping @Sendable (String) -> Void) -> [String] {
    guard drive.anonymizer != nil else { return drive.shutDown(saying: say) }
    // Both would name groups and topics.
    let left = drive.shutDown(saying: { _ in say("waits for the cluster to be tidied up") })
    return left.isEmpty
      ? [] : ["\(left.count) things stay behind on the cluster; their names begin with regroup-"]
  }

  var failure: SourceFailure? {
    switch drive.picture.health {
    case .fine: nil
    case .connecting: SourceFailure(text: "no broker has answered yet", isFinal: false)
    case .trouble(let trouble, let detail):
      SourceFailure(
        text: detail.isEmpty ? "the cluster: \(trouble)" : detail,
        isFinal: trouble == .impossible)
    }
  }
}

extension Play {
  /// A group on a real cluster.
  static func drive(_ source: DriveSource, title: Localized) -> Play {
    Play(source: DriveStage(source), title: title)
  }
}
