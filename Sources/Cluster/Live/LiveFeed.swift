import Feed

/// The picture and the bounded past of a source that goes on by itself.
struct LiveFeed {
  private(set) var picture = GroupPicture()
  private(set) var timeline = Timeline()
  /// Changes the names in what has come.
  private(set) var anonymizer: Anonymizer?
  /// Has come, and is not in the picture yet.
  private var waiting: [TimedEvent] = []
  private var entries = 0
  private let historyMs: Int64

  /// The longest history in events, whatever its time.
  private static let mostEntries = 200_000

  /// - Parameters:
  ///   - historyMs: what is older leaves the score.
  ///   - anonymizer: changes the names in all that is told; nil leaves them.
  init(historyMs: Int64, anonymizer: Anonymizer?) {
    self.historyMs = historyMs
    self.anonymizer = anonymizer
    // Until the first event is drained, too.
    picture.apply(TimedEvent(0, .health(.connecting)), into: &timeline)
  }

  /// Whether the last drain has left something.
  var hasWaiting: Bool { !waiting.isEmpty }

  /// Takes in what has come, up to the first event that `watch` has something to say of: what it
  /// says is taken in behind it, and the rest waits, so that the moment can be looked at.
  mutating func drain(
    _ new: [TimedEvent], nowMs: Int64, watching watch: (TimedEvent) -> [TimedEvent]
  ) -> [TimedEvent] {
    var come = new
    if anonymizer != nil { anonymizer?.rewrite(&come) }
    waiting += come
    var happened: [TimedEvent] = []
    var taken = 0
    for event in waiting {
      taken += 1
      let said = watch(event)
      picture.apply(event, into: &timeline)
      happened.append(event)
      if said.isEmpty { continue }
      for timed in said { picture.apply(timed, into: &timeline) }
      happened += said
      break
    }
    waiting.removeFirst(taken)
    picture.advance(toMs: nowMs)
    entries += happened.count
    forget()
    return happened
  }

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
