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
        model.notice =
          !model.capabilities.canTravel ? .cannotTravel : isEnd ? .nothingMore : .atTheStart
      }
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
    let action = KeyTable.action(for: key)
    if model.isHelpShown {
      model.isHelpShown = false
      return action == .quit ? [.quit] : []
    }
    model.notice = nil
    guard let action else {
      model.notice = .unknownKey
      return []
    }
    switch action.section {
    case .act: return act(action, &model, view.picture)
    case .group: return regroup(action, &model, view.picture)
    case .choose:
      if model.pane == .log {
        scroll(action, &model, view)
      } else {
        choose(action, &model, view.picture)
      }
      return []
    case .time: return time(action, &model)
    case .view: return look(action, &model)
    }
  }

  /// In the log the arrows go by lines, the brackets by ten.
  private static func scroll(
    _ action: KeyAction, _ model: inout BoardModel, _ view: FeedView
  ) {
    let lines: Int =
      switch action {
      case .memberUp: 1
      case .memberDown: -1
      case .partitionBack: 10
      default: -10
      }
    // The lowest screen has six lines of log; a higher one stops where its first page is full.
    let most = max(0, LogLines.all(view).count - 6)
    model.logScroll = min(most, max(0, model.logScroll + lines))
  }

  private static func choose(
    _ action: KeyAction, _ model: inout BoardModel, _ picture: GroupPicture
  ) {
    switch action {
    case .memberUp, .memberDown:
      let place = moved(
        model.selectedMember?.index, by: action == .memberUp ? -1 : 1, of: picture.members.count)
      model.selectedMember = place.map { MemberSlot($0) }
    default:
      model.selectedPartition = moved(
        model.selectedPartition, by: action == .partitionBack ? -1 : 1,
        of: picture.partitions.count)
    }
  }

  /// From nothing to the first or last, then on, and past the end to nothing again.
  private static func moved(_ place: Int?, by step: Int, of count: Int) -> Int? {
    guard let place else { return count == 0 ? nil : step > 0 ? 0 : count - 1 }
    let next = place + step
    return next >= 0 && next < count ? next : nil
  }

  private static func time(_ action: KeyAction, _ model: inout BoardModel) -> [BoardEffect] {
    guard model.capabilities.canTravel else {
      let isStep = action == .stepOn || action == .stepBack || action == .start
      model.notice = isStep ? .cannotTravel : .alwaysLive
      return []
    }
    switch action {
    case .play:
      model.isPlaying.toggle()
      return [.play(model.isPlaying)]
    case .stepOn: return pausing(&model, .nextStep)
    case .stepBack: return pausing(&model, .previousStep)
    case .start: return pausing(&model, .start)
    default:
      guard let speed = action == .faster ? model.speed.faster : model.speed.slower else {
        model.notice = .speedEnds
        return []
      }
      model.speed = speed
      return [.speed(speed)]
    }
  }

  /// Who steps wants to look: the clock stands still afterwards.
  private static func pausing(_ model: inout BoardModel, _ travel: Travel) -> [BoardEffect] {
    guard model.isPlaying else { return [.travel(travel)] }
    model.isPlaying = false
    return [.play(false), .travel(travel)]
  }

  private static func look(_ action: KeyAction, _ model: inout BoardModel) -> [BoardEffect] {
    switch action {
    case .nextPane: model.pane = model.pane.following
    case .picture: model.pane = .picture
    case .log: model.pane = .log
    case .settings: model.pane = .settings
    case .help: model.isHelpShown = true
    case .language:
      model.language = model.language.other
      return [.language(model.language)]
    case .quit: return [.quit]
    case .compare: return compare(&model)
    case .projection: model.isProjected.toggle()
    default: return goUp(&model)
    }
    model.logScroll = 0
    return []
  }

  /// Worlds to compare are simulated ones.
  private static func compare(_ model: inout BoardModel) -> [BoardEffect] {
    if model.capabilities.kind == .simulation { return [.compare] }
    model.notice = .refused(.notInThisSource)
    return []
  }

  /// Esc closes one thing after the other, then leaves for the home screen.
  private static func goUp(_ model: inout BoardModel) -> [BoardEffect] {
    if model.isProjected {
      model.isProjected = false
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
