import Board
import Feed

/// A source that can be put on the screen: what the program wants to know beyond the feed.
protocol StagedSource: Source {
  /// The seed of a simulation.
  var shownSeed: UInt64? { get }
  /// The step one stands on and how many the script has, where there are steps.
  var stepNumber: Int? { get }
  var stepCount: Int? { get }
  /// When the last thing happens, as far as that is known: a recording's end.
  var endMs: Int64? { get }
  /// The script is over, and nobody has changed it.
  var isFinished: Bool { get }
  /// The last events of the log up to now, oldest first.
  func recentLog(_ count: Int) -> [TimedEvent]
  /// Messages and written records up to now, oldest first.
  var traffic: [TimedEvent] { get }
  /// The messages that come next if nobody interferes, where that can be known.
  var comingTraffic: [TimedEvent] { get }
  /// How the last plan was made, where that is known or can be computed from the messages.
  var deal: Deal? { get }
  /// A live source's file descriptor that is readable while there is something to drain.
  var arrivalDescriptor: Int32? { get }
  /// What keeps a live source from showing how things are; nil while nothing does.
  var failure: SourceFailure? { get }
  /// Forgets what has been played beyond the present: how many commands went with it; nil where
  /// nothing has been played there.
  mutating func fork() -> Int?
  /// All that was played, as the lines of a recording; a recording itself is not recorded again.
  func record(_ take: (RecordingEntry) -> Void)
  /// What a live source has told so far; nil for any other.
  var liveHistory: LiveHistory? { get }
  /// Where a group is asked for from outside; nil for any other source.
  var asking: Asking? { get }
  /// Has changed the names in all that it tells; nil where they are the real ones.
  var anonymizer: Anonymizer? { get }
  /// Ends what was started; in words what could not be cleaned up.
  ///
  /// - Parameter say: gets a line where that takes its time.
  mutating func shutDown(saying say: @escaping @Sendable (String) -> Void) -> [String]
}

extension StagedSource {
  var shownSeed: UInt64? { nil }
  var stepNumber: Int? { nil }
  var stepCount: Int? { nil }
  var endMs: Int64? { nil }
  var isFinished: Bool { false }
  var traffic: [TimedEvent] { [] }
  var comingTraffic: [TimedEvent] { [] }
  // Aliases sort otherwise than the ids that they stand for, and so do an assignor's decisions.
  var deal: Deal? { anonymizer == nil ? Deal(recalledFrom: traffic, picture) : nil }
  func record(_ take: (RecordingEntry) -> Void) {
    guard let history = liveHistory else { return }
    history.entries.forEach(take)
    take(history.end(atMs: nowMs))
  }
  mutating func fork() -> Int? { nil }
  var liveHistory: LiveHistory? { nil }
  var asking: Asking? { nil }
  var arrivalDescriptor: Int32? { nil }
  var failure: SourceFailure? { nil }
  mutating func shutDown(saying say: @escaping @Sendable (String) -> Void) -> [String] { [] }
}
