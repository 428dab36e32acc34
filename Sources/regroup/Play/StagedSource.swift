import Feed

/// A source that can be put on the screen: what the program wants to know beyond the feed.
protocol StagedSource: Source {
  /// The seed of a simulation.
  var shownSeed: UInt64? { get }
  /// The step one stands on and how many the script has, where there are steps.
  var stepNumber: Int? { get }
  var stepCount: Int? { get }
  /// The script is over, and nobody has changed it.
  var isFinished: Bool { get }
  /// The last events of the log up to now, oldest first.
  func recentLog(_ count: Int) -> [TimedEvent]
  /// A live source's file descriptor that is readable while there is something to drain.
  var arrivalDescriptor: Int32? { get }
  /// Ends what was started; in words what could not be cleaned up.
  mutating func shutDown() -> [String]
}

extension StagedSource {
  var shownSeed: UInt64? { nil }
  var stepNumber: Int? { nil }
  var stepCount: Int? { nil }
  var isFinished: Bool { false }
  var arrivalDescriptor: Int32? { nil }
  mutating func shutDown() -> [String] { [] }
}
