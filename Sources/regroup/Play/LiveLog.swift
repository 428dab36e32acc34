import Feed

/// What is kept of a live source's past beside its score: its log, its messages, and the lines of
/// a recording. Time never goes back, so nothing is taken out again.
struct LiveLog {
  private var log: [TimedEvent] = []
  private var trafficLog = TrafficLog()
  let history = LiveHistory()

  /// Lines of the log that are kept, at least; at most twice as many.
  private static let logged = 2000

  mutating func add(_ happened: [TimedEvent]) {
    history.add(happened)
    log += happened.filter { $0.event.isLogged }
    for event in happened { trafficLog.add(event) }
    if log.count > 2 * Self.logged { log.removeFirst(log.count - Self.logged) }
  }

  func recent(_ count: Int) -> [TimedEvent] { log.suffix(count) }
  var traffic: [TimedEvent] { trafficLog.entries.map(\.event) }
}
