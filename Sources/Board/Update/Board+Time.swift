import Feed
import Narration

extension Board {
  /// What a key does to the time that is shown.
  static func time(
    _ action: KeyAction, _ model: inout BoardModel, _ picture: GroupPicture
  ) -> [BoardEffect] {
    if action == .fork || action == .undo { return rewrite(action, &model) }
    guard model.capabilities.canTravel else {
      let isPace = action == .play || action == .faster || action == .slower
      model.notice = isPace ? .alwaysLive : .cannotTravel
      return []
    }
    switch action {
    case .play:
      model.isPlaying.toggle()
      return [.play(model.isPlaying)]
    case .stepOn: return still(&model, .travel(.nextStep))
    case .stepBack: return still(&model, .travel(.previousStep))
    case .start: return still(&model, .travel(.start))
    case .end: return end(&model)
    case .beatBack, .beatOn: return beat(action, &model, picture)
    case .scrubBack: return [.travel(.time(max(0, picture.timeMs - scrubMs)))]
    case .scrubOn: return [.travel(.time(picture.timeMs + scrubMs))]
    default:
      guard let speed = action == .faster ? model.speed.faster : model.speed.slower else {
        model.notice = .speedEnds
        return []
      }
      model.speed = speed
      return [.speed(speed)]
    }
  }

  private static let scrubMs: Int64 = 10_000

  /// To the last step of a lesson, or the end of a recording; a sandbox goes on for ever.
  private static func end(_ model: inout BoardModel) -> [BoardEffect] {
    if model.capabilities.kind == .recording {
      return still(&model, .travel(.time(LineTime.latestMs)))
    }
    if let steps = model.steps, steps > 0 { return still(&model, .travel(.step(steps))) }
    model.notice = .noEnd
    return []
  }

  private static func beat(
    _ action: KeyAction, _ model: inout BoardModel, _ picture: GroupPicture
  ) -> [BoardEffect] {
    guard let beats = model.caption?.beats, !beats.isEmpty else {
      model.notice = .noBeats
      return []
    }
    guard action == .beatBack else {
      let next = picture.beat.map { $0 + 1 } ?? 0
      if beats.indices.contains(next) { return still(&model, .beat(next)) }
      model.notice = .atTheEnd
      return []
    }
    guard let beat = picture.beat, beat > 0 else { return still(&model, .travel(.start)) }
    return still(&model, .beat(beat - 1))
  }

  /// Only a simulation has futures to choose among.
  private static func rewrite(_ action: KeyAction, _ model: inout BoardModel) -> [BoardEffect] {
    guard model.capabilities.works(action) else {
      model.notice = .refused(.notInThisSource)
      return []
    }
    return action == .fork ? [.fork] : still(&model, .undo)
  }

  /// For what one looks at while time stands, where it can.
  static func still(_ model: inout BoardModel, _ effect: BoardEffect) -> [BoardEffect] {
    guard model.isPlaying, model.capabilities.canTravel else { return [effect] }
    model.isPlaying = false
    return [.play(false), effect]
  }
}
