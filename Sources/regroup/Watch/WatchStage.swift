import Board
import Cluster
import Feed
import Narration

/// A group that is looked at, on the screen; the log is kept here, because time never goes back.
struct WatchStage: StagedSource {
  let watch: WatchSource
  /// Where it is asked.
  let place: String
  private var log: [TimedEvent] = []
  private let history: LiveHistory
  private var sampler = NumberSampler()

  /// Lines of the log that are kept, at least; at most twice as many.
  private static let logged = 2000
  /// Events of a recording, so that a large group takes no more memory than that.
  private static let mostHistory = 50_000

  init(_ watch: WatchSource, place: String) {
    self.watch = watch
    self.place = place
    history = LiveHistory(most: Self.mostHistory)
    history.add([TimedEvent(0, .health(watch.picture.health))])
  }

  var liveHistory: LiveHistory? { history }
  var anonymizer: Anonymizer? { watch.anonymizer }
  var capabilities: Capabilities { watch.capabilities }
  var nowMs: Int64 { watch.nowMs }
  var picture: GroupPicture { watch.picture }
  var timeline: Timeline { watch.timeline }
  var nextEventMs: Int64? { watch.nextEventMs }
  var arrivalDescriptor: Int32? { watch.wakeDescriptor }
  /// What stands beside the word for the source: where, and how often.
  var asking: Asking? {
    Asking(place: watch.anonymizer == nil ? place : "", everyMs: watch.options.intervalMs)
  }

  mutating func drain(toMs: Int64) -> [TimedEvent] {
    let happened = watch.drain(toMs: toMs)
    history.add(sampler.pick(happened, watch.picture))
    log += happened.filter { $0.isToldOfWatch }
    if log.count > 2 * Self.logged { log.removeFirst(log.count - Self.logged) }
    return happened
  }

  mutating func perform(_ command: Command) -> CommandAnswer { watch.perform(command) }
  mutating func travel(_ travel: Travel) -> Bool { watch.travel(travel) }
  func recentLog(_ count: Int) -> [TimedEvent] { log.suffix(count) }

  mutating func shutDown(saying say: @escaping @Sendable (String) -> Void) -> [String] {
    watch.shutDown()
    return []
  }

  /// A group that is not there may come; whoever ends before has not seen it.
  var failure: SourceFailure? {
    let picture = watch.picture
    if let failure = SourceFailure(in: picture) { return failure }
    guard picture.freshMs != nil, picture.state == nil else { return nil }
    var names = ShownGroups(watch.anonymizer)
    let text = WatchFailure.missing.text(names.name(watch.options.group))
    return SourceFailure(text: text, isFinal: false)
  }
}

extension TimedEvent {
  /// The log tells of plans whole; who reads what is concluded partition by partition.
  var isToldOfWatch: Bool {
    switch event {
    case .readingStarted, .assigned: false
    default: event.isLogged
    }
  }
}
