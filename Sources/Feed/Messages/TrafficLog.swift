/// Messages and written records for their panes, oldest first, each with the place it has in its
/// source. Bounded: of what is old, what comes all the time goes first.
public struct TrafficLog: Sendable {
  public private(set) var entries: [Entry] = []

  public struct Entry: Hashable, Sendable {
    /// A simulation's tick; a live source has none to go back to.
    public var place: Int64
    public var event: TimedEvent
  }

  /// Twice this many at most.
  public static let limit = 4000

  public init() {}

  /// Takes the event in if it is one for the panes.
  public mutating func add(_ event: TimedEvent, at place: Int64 = 0) {
    guard event.event.isTraffic else { return }
    entries.append(Entry(place: place, event: event))
    if entries.count >= Self.limit * 2 { thin() }
  }

  /// What lies behind a place goes: the past was changed there.
  public mutating func truncate(after place: Int64) {
    entries.removeAll { $0.place > place }
  }

  private mutating func thin() {
    let recent = entries.count - Self.limit / 2
    entries = entries.indices.filter { $0 >= recent || !entries[$0].event.event.isRoutine }
      .map { entries[$0] }
    entries.removeFirst(max(0, entries.count - Self.limit))
  }
}

extension FeedEvent {
  /// For the panes of messages and of written records. Of all Fetches the first one of a partition
  /// is told.
  public var isTraffic: Bool {
    switch self {
    case .message, .written, .readingStarted: true
    default: false
    }
  }

  /// It is in the log, whoever sent it.
  public var isWritten: Bool { if case .written = self { true } else { false } }

  /// Traffic that comes all the time while all is well.
  public var isRoutine: Bool {
    switch self {
    case .message(_, let message):
      message.isRoutine || message.isOfTransaction && message.error == .none
    case .written(_, let records):
      records.allSatisfy { if case .group = $0 { false } else { true } }
    default: false
    }
  }
}
