import Board
import Lessons
import Narration
import Screen
import Simulation

extension Theatre {
  /// What a key leads to.
  mutating func press(_ key: Key, clock: WallClock) throws -> Ending? {
    if opened != nil { return try pressInWorld(key, wallMs: clock.nowMs) }
    if compared != nil { return try pressInComparison(key, clock: clock) }
    if shown != nil { return try pressInPlay(key, wallMs: clock.nowMs) }
    guard var model = home else { return .quit }
    let choice = Home.update(&model, key)
    home = model
    switch choice {
    case nil: return nil
    case .quit: return .quit
    case .language(let chosen):
      language = chosen
      return nil
    case .lesson, .sandbox, .serve, .drive:
      guard let choice, let play = try repertoire.play(choice) else { return nil }
      try show(play, snapshots: nil, clock: clock)
      return nil
    }
  }

  private mutating func pressInPlay(
    _ key: Key, wallMs: Int64
  ) throws -> Ending? {
    switch try shown?.press(key, wallMs: wallMs) {
    case nil: return nil
    case .quit: return .quit
    case .language(let chosen): speak(chosen)
    case .home:
      if home == nil { return .up }
      strike()
    case .compare: compare(wallMs: wallMs)
    }
    return nil
  }

  /// Puts the comparison in front of a simulated play.
  private mutating func compare(wallMs: Int64) {
    guard let shown, let source = shown.play.source as? SimulationSource else { return }
    let lesson = ComparedLesson(
      of: shown.play.lesson, scenario: source.scenario, seed: source.seed)
    compared = ShownComparison(
      lesson, board: shown.model, wallMs: wallMs, anonymizer: source.anonymizer)
  }

  private mutating func pressInComparison(_ key: Key, clock: WallClock) throws -> Ending? {
    let wish = compared?.press(key, wallMs: clock.nowMs)
    switch wish {
    case nil: return nil
    case .quit: return .quit
    case .language(let chosen): speak(chosen)
    case .back: leaveComparison(wallMs: clock.nowMs)
    case .open(let number): try open(number, wallMs: clock.nowMs)
    }
    return nil
  }

  /// Puts one world in front; it has no beats and texts of its own, and says what it is.
  private mutating func open(_ number: Int, wallMs: Int64) throws {
    guard let compared else { return }
    let play = compared.play(number)
    var world = ShownPlay(
      play: play, language: language, glyphs: glyphs, wallMs: wallMs, snapshots: shown?.snapshots)
    world.model.isPlaying = compared.model.board.isPlaying
    world.model.speed = compared.model.board.speed
    world.pace = Pace(
      wallMs: wallMs, feedMs: play.source.nowMs, speed: world.model.speed,
      isPlaying: world.model.isPlaying)
    world.say(compared.note(number), wallMs: wallMs)
    try world.snapshots?.write(play)
    opened = world
  }

  private mutating func pressInWorld(_ key: Key, wallMs: Int64) throws -> Ending? {
    switch try opened?.press(key, wallMs: wallMs) {
    case nil: return nil
    case .quit: return .quit
    case .language(let chosen): speak(chosen)
    case .home, .compare:
      opened = nil
      compared?.stayed(wallMs: wallMs)
    }
    return nil
  }

  /// Whatever is shown, and what is behind it.
  private mutating func speak(_ chosen: Language) {
    language = chosen
    home?.language = chosen
    shown?.model.language = chosen
    compared?.model.board.language = chosen
  }

  private mutating func leaveComparison(wallMs: Int64) {
    compared = nil
    shown?.stayed(wallMs: wallMs)
  }
}
