import Board
import Lessons
import Narration
import Screen
import Simulation

extension Theatre {
  /// What a key leads to.
  mutating func press(_ key: Key, clock: WallClock) throws -> Ending? {
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
    case .lesson, .sandbox, .drive:
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
    case .language(let chosen):
      language = chosen
      home?.language = chosen
    case .home:
      if home != nil { strike() }
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
    case .language(let chosen):
      language = chosen
      home?.language = chosen
      shown?.model.language = chosen
    case .back: leaveComparison(wallMs: clock.nowMs)
    case .open(let number):
      guard let play = compared?.play(number) else { return nil }
      compared = nil
      try show(play, snapshots: shown?.snapshots, clock: clock)
    }
    return nil
  }

  private mutating func leaveComparison(wallMs: Int64) {
    compared = nil
    shown?.stayed(wallMs: wallMs)
  }
}
