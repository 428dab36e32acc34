import Feed

/// What has come of a live source's events so far: their picture and their score, bounded.
public struct LiveFeed {
  public private(set) var picture = GroupPicture()
  public private(set) var timeline = Timeline()
  /// Changes the names in what has come; nil leaves them.
  public private(set) var anonymizer: Anonymizer?
  /// Has come, and is not in the picture yet.
  private var waiting: [TimedEvent] = []
  private var entries = 0
  private let historyMs: Int64
  /// The longest history in events, whatever its time.
  private static let mostEntries = 200_000

  /// `historyMs`: what is older leaves the score.
  public init(historyMs: Int64, anonymizer: Anonymizer?) {
    self.historyMs = historyMs
    self.anonymizer = anonymizer
  }

  /// What is true before the first event has come.
  public mutating func begin(with event: FeedEvent) {
    picture.apply(TimedEvent(0, event), into: &timeline)
  }

  /// Takes in what has come, up to the first event that `watch` has something to say of: what it
  /// says is taken in behind it, and the rest waits, so that the moment can be looked at.
  public mutating func take(
    _ come: [TimedEvent], nowMs: Int64, watching watch: (TimedEvent) -> [TimedEvent]
  ) -> [TimedEvent] {
    var come = come
    if anonymizer != nil { anonymizer?.rewrite(&come) }
    // Of a large group ten thousands come at once: they are copied only where some wait.
    if waiting.isEmpty { waiting = come } else { waiting += come }
    come = []
    var taken = 0
    var said: [TimedEvent] = []
    while taken < waiting.count, said.isEmpty {
      said = watch(waiting[taken])
      picture.apply(waiting[taken], into: &timeline)
      taken += 1
    }
    for timed in said { picture.apply(timed, into: &timeline) }
    var happened = takeOut(taken)
    happened += said
    picture.advance(toMs: nowMs)
    entries += happened.count
    forget()
    return happened
  }

  private mutating func takeOut(_ count: Int) -> [TimedEvent] {
    if count == waiting.count {
      defer { waiting = [] }
      return waiting
    }
    defer { waiting.removeFirst(count) }
    return Array(waiting[..<count])
  }

  /// Whether the last call has left something.
  public var hasWaiting: Bool { !waiting.isEmpty }

  private mutating func forget() {
    var beforeMs = picture.timeMs - historyMs
    if entries > Self.mostEntries {
      // Halves the time that is kept; the count starts anew with what stays.
      beforeMs = max(beforeMs, (picture.timeMs + max(0, beforeMs)) / 2)
      entries = 0
    }
    if beforeMs > 0 { timeline.forget(beforeMs: beforeMs) }
  }
}
