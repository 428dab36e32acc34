import ArgumentParser

/// Lines from a live source: follows the wall clock until the time is over or a signal comes.
enum LiveLines {
  static func run(_ show: inout PlainShow, _ length: PlainLength) throws {
    guard let inbox = SignalPipe() else { throw Failure.failed("no file descriptors left") }
    defer { Leftovers.tell(show.play.source.shutDown(saying: Leftovers.say)) }
    let clock = WallClock()
    let endMs: Int64
    switch length {
    case .toTheEnd: endMs = .max
    case .forMs(let ms): endMs = clock.nowMs + ms
    }
    try show.open()
    var pace = Pace(wallMs: clock.nowMs, feedMs: show.play.source.nowMs)
    while clock.nowMs < endMs {
      try show.run(untilMs: pace.feedMs(atWallMs: clock.nowMs), stopsAtEnd: false)
      if let failure = show.play.source.failure, failure.isFinal { throw failed(failure) }
      pace.anchor(wallMs: clock.nowMs, feedMs: show.play.source.nowMs)
      if let ending = inbox.wait(
        atMostMs: min(1000, endMs - clock.nowMs), watching: show.play.source.arrivalDescriptor)
      {
        throw ExitCode(ending.rawValue)
      }
    }
    if let failure = show.play.source.failure { throw failed(failure) }
  }

  private static func failed(_ failure: SourceFailure) -> Failure { .failed(failure.text) }
}
