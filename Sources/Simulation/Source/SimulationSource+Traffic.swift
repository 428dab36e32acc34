import Feed

/// What the panes of messages and of `__consumer_offsets` show.
extension SimulationSource {
  /// Messages and written records up to now.
  public var traffic: [TimedEvent] {
    let end = trafficLog.entries.firstIndex { $0.place > tick } ?? trafficLog.entries.count
    return trafficLog.entries[..<end].map(\.event)
  }

  /// The messages that come next if nobody interferes: found by playing a copy, a little way only,
  /// because it is asked for with every frame that stands still.
  public var comingTraffic: [TimedEvent] {
    var ahead = self
    var coming: [TimedEvent] = []
    let limit = (ms: nowMs + Self.foresightMs, tick: tick + Self.foresightTicks)
    while coming.count < Self.foreseen, ahead.tick < limit.tick,
      let next = ahead.nextEventMs, next <= limit.ms
    {
      ahead.playOne(notAfterMs: limit.ms)
      coming += ahead.scratch.filter { $0.event.isTraffic && !$0.event.isWritten }
    }
    return coming
  }

  private static let foresightMs: Int64 = 10_000
  private static let foresightTicks: Int64 = 2000
  private static let foreseen = 40
}
