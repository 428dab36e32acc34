import Feed
import Narration
import Screen

extension Board {
  /// Folds one event into the model; what the application has to do comes back.
  public static func update(
    _ model: inout BoardModel, _ event: BoardEvent, _ view: FeedView
  ) -> [BoardEffect] {
    switch event {
    case .answered(.done): return []
    case .answered(.refused(let refusal)):
      model.notice = .refused(refusal)
      return []
    case .travelled(let travel, let done):
      if !done {
        let isEnd = travel == .nextStep
        let end = model.capabilities.kind == .recording ? Notice.atTheEnd : .nothingMore
        model.notice =
          !model.capabilities.canTravel ? .cannotTravel : isEnd ? end : .atTheStart
      }
      return []
    case .asked(let question):
      model.overlay = .prediction(Prediction(question, partitions: view.picture.partitions.count))
      return []
    case .told(let answer):
      if case .prediction(var prediction)? = model.overlay {
        prediction.show(answer)
        model.overlay = .prediction(prediction)
      }
      return []
    case .dealt(let deal):
      model.overlay = .deal(DealView(deal))
      return []
    case .noticed(let notice):
      model.notice = notice
      return []
    case .playing(let isPlaying):
      model.isPlaying = isPlaying
      return []
    case .key(let key): return press(key, &model, view)
    }
  }

  private static func press(
    _ key: Key, _ model: inout BoardModel, _ view: FeedView
  ) -> [BoardEffect] {
    let action = KeyTable.action(for: key, in: model.pane)
    if model.isHelpShown {
      model.isHelpShown = false
      return action == .quit ? [.quit] : []
    }
    model.notice = nil
    if let effects = pressOver(key, &model, view) { return effects }
    guard let action else {
      model.notice = .unknownKey
      return []
    }
    switch action.section {
    case .act: return act(action, &model, view.picture)
    case .group: return regroup(action, &model, view.picture)
    case .choose:
      choose(action, &model, view)
      return []
    case .time: return time(action, &model, nowMs: view.picture.timeMs)
    case .view: return look(action, &model)
    }
  }

  private static func time(
    _ action: KeyAction, _ model: inout BoardModel, nowMs: Int64
  ) -> [BoardEffect] {
    guard model.capabilities.canTravel else {
      let isPace = action == .play || action == .faster || action == .slower
      model.notice = isPace ? .alwaysLive : .cannotTravel
      return []
    }
    switch action {
    case .play:
      model.isPlaying.toggle()
      return [.play(model.isPlaying)]
    case .stepOn: return pausing(&model, .nextStep)
    case .stepBack: return pausing(&model, .previousStep)
    case .start: return pausing(&model, .start)
    case .scrubBack: return [.travel(.time(max(0, nowMs - scrubMs)))]
    case .scrubOn: return [.travel(.time(nowMs + scrubMs))]
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

  /// Who steps wants to look: the clock stands still afterwards.
  private static func pausing(_ model: inout BoardModel, _ travel: Travel) -> [BoardEffect] {
    still(&model, .travel(travel))
  }

  private static func look(_ action: KeyAction, _ model: inout BoardModel) -> [BoardEffect] {
    let before = model.pane
    switch action {
    case .nextPane: model.pane = model.pane.following
    case .picture: model.pane = .picture
    case .log: model.pane = .log
    case .messages: model.pane = .messages
    case .records: model.pane = .records
    case .describe: model.pane = .describe
    case .settings: model.pane = .settings
    case .consoles: model.pane = .consoles
    case .table: model.pane = .table
    case .grid: model.pane = model.pane == .grid ? .picture : .grid
    case .help: model.isHelpShown = true
    case .language:
      model.language = model.language.other
      return [.language(model.language)]
    case .quit: return [.quit]
    case .compare: return compare(&model)
    case .predict: return still(&model, .predict)
    case .inside: return still(&model, .inside)
    case .projection: model.isProjected.toggle()
    case .save: return save(&model)
    case .undo: return undo(&model)
    default: return goUp(&model)
    }
    // Who asks for another pane wants to see it.
    if model.pane != before { model.isProjected = false }
    rewind(&model)
    return []
  }

  /// Worlds to compare are simulated ones.
  private static func compare(_ model: inout BoardModel) -> [BoardEffect] {
    if model.capabilities.kind == .simulation { return [.compare] }
    model.notice = .refused(.notInThisSource)
    return []
  }

  private static func undo(_ model: inout BoardModel) -> [BoardEffect] {
    guard model.capabilities.kind == .simulation else {
      model.notice = .refused(.notInThisSource)
      return []
    }
    return still(&model, .undo)
  }

  /// For what one looks at while time stands, where it can.
  private static func still(_ model: inout BoardModel, _ effect: BoardEffect) -> [BoardEffect] {
    guard model.isPlaying, model.capabilities.canTravel else { return [effect] }
    model.isPlaying = false
    return [.play(false), effect]
  }

  private static func save(_ model: inout BoardModel) -> [BoardEffect] {
    if model.capabilities.kind != .recording { return [.save] }
    model.notice = .refused(.notInThisSource)
    return []
  }

  /// Esc closes one thing after the other, then leaves for the home screen.
  private static func goUp(_ model: inout BoardModel) -> [BoardEffect] {
    if model.isProjected {
      model.isProjected = false
    } else if model.pane == .messages, model.isMessageOpen {
      model.isMessageOpen = false
    } else if model.pane != .picture {
      model.pane = .picture
    } else if model.selectedMember != nil || model.selectedPartition != nil {
      model.selectedMember = nil
      model.selectedPartition = nil
    } else if model.hasHome {
      return [.up]
    } else {
      model.notice = .noHome
    }
    return []
  }
}
