import ArgumentParser

/// Lines from a live source: follows the wall clock until the time or the script is over, or a
/// signal comes.
enum LiveLines {
  static func run(_ show: inout PlainShow, _ length: PlainLength) throws {
    guard let inbox = SignalPipe() else { throw Failure.failed("no file descriptors left") }
    defer {
      do {
        try show.endRecording()
      } catch {
        Leftovers.tell(["\(error)"])
      }
      Leftovers.tell(show.play.source.shutDown(saying: Leftovers.say))
    }
    let clock = WallClock()
    let endMs = clock.nowMs + length.atMostMs
    var patience = Patience()
    try show.open()
    var pace = Pace(wallMs: clock.nowMs, feedMs: show.play.source.nowMs)
    while clock.nowMs < endMs {
      let stopsAtEnd = length == .toTheEnd
      try show.run(untilMs: pace.feedMs(atWallMs: clock.nowMs), stopsAtEnd: stopsAtEnd)
      if stopsAtEnd, show.play.source.isFinished { return try show.finish() }
      let failure = show.play.source.failure
      if let failure, failure.isFinal || stopsAtEnd && patience.isOver(failure, clock.nowMs) {
        throw failed(failure)
      }
      if failure == nil { patience = Patience() }
      pace.anchor(wallMs: clock.nowMs, feedMs: show.play.source.nowMs)
      let nextMs = show.play.source.nextEventMs.flatMap(pace.wallMs(atFeedMs:)) ?? endMs
      let waitMs = max(0, min(1000, min(endMs, nextMs) - clock.nowMs))
      if let ending = inbox.wait(
        atMostMs: waitMs, watching: show.play.source.arrivalDescriptor)
      {
        throw ExitCode(ending.rawValue)
      }
    }
    if let failure = show.play.source.failure { throw failed(failure) }
    if length == .toTheEnd { throw Failure.failed("the script does not end within an hour") }
  }

  private static func failed(_ failure: SourceFailure) -> Failure { .failed(failure.text) }
}

/// How long a script's end is waited for while nothing new can come.
private struct Patience {
  private var sinceMs: Int64?
  private static let ms: Int64 = 10_000

  mutating func isOver(_ failure: SourceFailure, _ nowMs: Int64) -> Bool {
    let since = sinceMs ?? nowMs
    sinceMs = since
    return nowMs - since >= Self.ms
  }
}
