extension Play {
  /// Plays on to a place; a place that the script does not reach is a complaint.
  mutating func go(to place: PlayPlace) throws(Failure) {
    switch place {
    case .start: return
    case .time(let ms): try go(toMs: ms)
    case .step(.last): try goToTheEnd()
    case .step(.number(let number)): try go(toStep: number)
    case .beat(let beat, let name):
      playUntil { $0.source.picture.beat.map { $0 >= beat } ?? false }
      guard source.picture.beat.map({ $0 >= beat }) ?? false else {
        throw .failed("beat '\(name)' does not come within an hour with this seed")
      }
    }
  }

  private mutating func go(toMs ms: Int64) throws(Failure) {
    guard ms <= source.nowMs + ScriptLimit.ms else {
      throw .usage("--at \(ms)ms: the picture goes on for an hour at most")
    }
    _ = source.drain(toMs: max(ms, source.nowMs))
  }

  private mutating func goToTheEnd() throws(Failure) {
    playUntil { $0.source.isFinished }
    guard source.isFinished else {
      throw .failed("the script does not end within an hour with this seed")
    }
  }

  private mutating func go(toStep number: Int) throws(Failure) {
    if let steps = source.stepCount, number > steps {
      throw .usage("no step \(number): the script has the steps 0 to \(steps)")
    }
    guard source.travel(.step(number)) else {
      throw .usage("no step \(number): nothing new happens for an hour before it")
    }
  }

  private mutating func playUntil(_ isThere: (Play) -> Bool) {
    if isThere(self) { return }
    play(toMs: source.nowMs + ScriptLimit.ms) { _, now in !isThere(now) }
  }
}
