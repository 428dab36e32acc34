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
      if !done { model.notice = notice(travel, model) }
      return []
    case .noBeat:
      model.notice = .noBeat
      return []
    case .asked(let question):
      model.overlay = .prediction(Prediction(question, partitions: view.picture.partitions.count))
      model.pane = .picture
      return []
    case .told(let answer):
      if case .prediction(var prediction)? = model.overlay {
        prediction.show(answer)
        model.overlay = .prediction(prediction)
      }
      return []
    case .dealt(let deal):
      model.overlay = .deal(DealView(deal))
      model.pane = .picture
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

  /// Why one could not go there.
  private static func notice(_ travel: Travel, _ model: BoardModel) -> Notice {
    guard model.capabilities.canTravel else { return .cannotTravel }
    switch travel {
    case .nextStep, .step:
      return model.capabilities.kind == .recording ? .atTheEnd : .nothingMore
    default: return .atTheStart
    }
  }

  private static func press(
    _ key: Key, _ model: inout BoardModel, _ view: FeedView
  ) -> [BoardEffect] {
    if let line = model.line {
      model.notice = nil
      return type(key, line, &model, view)
    }
    let action = KeyTable.action(for: key, in: model.pane)
    if let help = model.help {
      model.help = action == .help && help == .keys ? .signs : nil
      return action == .quit ? [.quit] : []
    }
    model.notice = nil
    if walkGlossary(action, &model) { return [] }
    if let effects = pressOver(key, &model, view) { return effects }
    guard let action else {
      model.notice = .unknownKey
      return []
    }
    return perform(action, &model, view)
  }

  /// While it is open the arrows walk through it and Esc closes it; all else is done as usual.
  private static func walkGlossary(_ action: KeyAction?, _ model: inout BoardModel) -> Bool {
    guard model.glossary != nil else { return false }
    switch action {
    case .memberUp, .partitionBack: model.glossary?.walk(-1)
    case .memberDown, .partitionOn: model.glossary?.walk(1)
    case .up, .glossary, .open: model.glossary = nil
    default: return false
    }
    return true
  }

  /// Does what a key stands for.
  static func perform(
    _ action: KeyAction, _ model: inout BoardModel, _ view: FeedView
  ) -> [BoardEffect] {
    switch action.section {
    case .act: return act(action, on: model.selectedMember, &model, view.picture)
    case .group: return regroup(action, &model, view.picture)
    case .choose:
      choose(action, &model, view)
      return []
    case .time: return time(action, &model, view.picture)
    case .view: return look(action, &model, view)
    }
  }

  private static func look(
    _ action: KeyAction, _ model: inout BoardModel, _ view: FeedView
  ) -> [BoardEffect] {
    let before = model.pane
    switch action {
    case .nextPane: model.pane = model.pane.following
    case .grid: model.pane = model.pane == .grid ? .picture : .grid
    case .help: model.help = .keys
    case .commandLine:
      model.line = TypedLine()
      return []
    case .filter:
      openFilter(&model)
      return []
    case .glossary:
      model.glossary = OpenGlossary(view.picture)
      return []
    case .zoom: zoom(&model)
    case .language:
      model.language = model.language.other
      return [.language(model.language)]
    case .quit: return [.quit]
    case .compare: return compare(&model)
    case .predict: return still(&model, .predict)
    case .inside: return still(&model, .inside)
    case .projection: model.isProjected.toggle()
    case .save: return save(&model)
    default:
      guard let pane = Pane(action) else { return goUp(&model) }
      model.pane = pane
    }
    // Who asks for another pane wants to see it.
    if model.pane != before {
      model.isProjected = false
      model.isZoomed = false
      model.filter = ""
    }
    rewind(&model)
    return []
  }

  /// Worlds to compare are simulated ones.
  private static func compare(_ model: inout BoardModel) -> [BoardEffect] {
    if model.capabilities.works(.compare) { return [.compare] }
    model.notice = .refused(.notInThisSource)
    return []
  }

  private static func save(_ model: inout BoardModel) -> [BoardEffect] {
    if model.capabilities.works(.save) { return [.save] }
    model.notice = .isRecording
    return []
  }

  /// Esc closes one thing after the other, then leaves for the home screen.
  private static func goUp(_ model: inout BoardModel) -> [BoardEffect] {
    if model.isProjected {
      model.isProjected = false
    } else if model.pane == .messages, model.isMessageOpen {
      model.isMessageOpen = false
    } else if !model.filter.isEmpty {
      model.filter = ""
    } else if model.isZoomed {
      model.isZoomed = false
    } else if model.pane != .picture {
      model.pane = .picture
    } else if model.selectedMember != nil || model.selectedPartition != nil {
      model.selectedMember = nil
      model.selectedPartition = nil
    } else {
      return leave(&model)
    }
    return []
  }

  /// A member first: who selects one looks at it.
  private static func zoom(_ model: inout BoardModel) {
    if model.isZoomed {
      model.isZoomed = false
    } else if model.pane != .picture {
      model.notice = .zoomsPicture
    } else if model.selectedMember == nil, model.selectedPartition == nil {
      model.notice = .nothingToZoom
    } else {
      model.isZoomed = true
      model.isProjected = false
    }
  }

  static func leave(_ model: inout BoardModel) -> [BoardEffect] {
    if model.hasHome { return [.up] }
    model.notice = .noHome
    return []
  }
}
