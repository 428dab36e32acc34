import Screen
import Terminal

/// The one loop: waits for the next key, signal or deadline, then shows what has changed.
///
/// There is no tick. While nothing is due it sleeps, and a frame like the last one writes nothing.
struct Application {
  private let session: TerminalSession
  private let theme: Theme
  private let clock = WallClock()
  private var theatre: Theatre
  private var desk: NotesDesk?
  private var framedMs = Int64.min / 2
  private var needsFrame = true
  private let endMs: Int64?

  /// At most 30 frames a second.
  private static let frameMs: Int64 = 33

  /// - Parameter forMs: it is quit after that time, as if somebody had.
  init(
    session: TerminalSession, theme: Theme, theatre: Theatre, desk: NotesDesk?, forMs: Int64? = nil
  ) {
    endMs = forMs.map { [clock] in clock.nowMs + $0 }
    self.desk = desk
    self.session = session
    self.theme = theme
    self.theatre = theatre
  }

  /// Runs until somebody ends it.
  mutating func run() throws -> Ending {
    while true {
      if let ending = try turn() { return ending }
    }
  }

  /// Ends what is shown, which takes a live source some seconds: give the terminal back first.
  ///
  /// Returns in words what was left behind.
  mutating func end() -> [String] {
    desk?.close()
    theatre.strike(saying: Leftovers.say)
    return theatre.leftovers
  }

  private mutating func turn() throws -> Ending? {
    try theatre.advance(clock: clock)
    if let failure = theatre.finalFailure { throw Failure.failed(failure.text) }
    let nowMs = clock.nowMs
    if let endMs, nowMs >= endMs { return .quit }
    if needsFrame, nowMs >= framedMs + Self.frameMs {
      session.present(
        theatre.frame(width: session.width, height: session.height), theme: theme)
      framedMs = nowMs
      needsFrame = false
    }
    desk?.serve(theatre, nowMs: nowMs)
    var event = session.nextEvent(
      timeoutMs: timeoutMs(nowMs), watching: watched, writing: desk?.writing ?? [])
    needsFrame = true
    // What was typed ahead is taken in one go, so that a slow machine stays answerable.
    for _ in 0..<64 {
      guard let happened = event else { return nil }
      if let ending = try take(happened) { return ending }
      event = session.nextEvent(timeoutMs: 0)
    }
    return nil
  }

  private var watched: [Int32] {
    [theatre.arrivalDescriptor].compactMap { $0 } + (desk?.descriptors ?? [])
  }

  /// Until the next deadline, but no sooner than the next frame may come; -1 = for ever.
  private func timeoutMs(_ nowMs: Int64) -> Int {
    let times = [theatre.nextWakeMs(width: session.width), desk?.nextMs, endMs]
    var dueMs = times.compactMap { $0 }.min()
    if needsFrame { dueMs = nowMs }
    guard let dueMs else { return -1 }
    return Int(max(dueMs, framedMs + Self.frameMs) - nowMs)
  }

  private mutating func take(_ event: TerminalEvent) throws -> Ending? {
    switch event {
    case .key(let key):
      try theatre.advance(clock: clock)
      return try theatre.press(key, clock: clock)
    case .interrupted: return .interrupted
    case .terminated: return .terminated
    case .hungUp: return .hungUp
    case .resized, .continued, .woken: return nil
    }
  }
}
