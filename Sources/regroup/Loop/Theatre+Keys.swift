import Board
import Narration
import Screen

extension Theatre {
  /// What a key leads to.
  mutating func press(_ key: Key, clock: WallClock) throws -> Ending? {
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
    }
    return nil
  }
}
