import Feed
import KafkaModel
import Narration

extension Board {
  /// Does what a line says; where a key does the same, just as the key does it.
  static func run(
    _ command: TypedCommand, _ model: inout BoardModel, _ view: FeedView
  ) -> [BoardEffect] {
    if let action = command.word.key {
      return runKey(action, command.values, &model, view)
    }
    switch command.word {
    case .subscribe, .unsubscribe, .assignor, .static, .dynamic, .partitions, .coordinator, .hold,
      .produce:
      return runOnGroup(command, &model, view.picture)
    case .tx: return runOnProducer(command, &model, view.picture)
    case .play, .pause, .step, .beat, .seek, .speed:
      return runInTime(command, &model)
    default: return runOnScreen(command, &model, view)
    }
  }

  private static func runKey(
    _ action: KeyAction, _ values: [LineValue], _ model: inout BoardModel, _ view: FeedView
  ) -> [BoardEffect] {
    guard case .member(let slot)? = values.first else {
      return perform(action, &model, view)
    }
    let effects = act(action, on: slot, &model, view.picture)
    if values.count == 2, case .number(let rate) = values[1], !effects.isEmpty {
      return [.command(.processRate(slot, perSecond: rate))]
    }
    return effects
  }

  private static func runOnGroup(
    _ command: TypedCommand, _ model: inout BoardModel, _ picture: GroupPicture
  ) -> [BoardEffect] {
    if command.word == .partitions, command.values.isEmpty {
      return regroup(.addPartition, &model, picture)
    }
    if command.word == .hold { return runHold(command.values.first, &model, picture) }
    guard mayRegroup(&model) else { return [] }
    switch (command.word, command.values.first) {
    case (.assignor, .assignor(let name)): return [.command(.changeAssignor([name]))]
    case (.partitions, .topic(let topic)): return [.command(.addPartitions(topic))]
    case (.static, _): return [.command(.changeMembership(isStatic: true))]
    case (.dynamic, _): return [.command(.changeMembership(isStatic: false))]
    case (.produce, .number(let records)): return [.command(.produce(records: records))]
    case (.coordinator, _): return [.command(.moveCoordinator)]
    case (_, .member(let slot)):
      if let refusal = refusal(.poll, picture[slot], canExpel: false) {
        model.notice = .refused(refusal, slot)
        return []
      }
      let topics = command.values.compactMap { value -> TopicName? in
        if case .topic(let topic) = value { topic } else { nil }
      }
      return [.command(.subscribe(slot, topics))]
    default: return []
    }
  }

  /// Without a word it does what the key does.
  private static func runHold(
    _ value: LineValue?, _ model: inout BoardModel, _ picture: GroupPicture
  ) -> [BoardEffect] {
    guard case .hold(let point)? = value else { return regroup(.hold, &model, picture) }
    return hold(point, &model)
  }

  private static func runInTime(
    _ command: TypedCommand, _ model: inout BoardModel
  ) -> [BoardEffect] {
    guard model.capabilities.canTravel else {
      let isPace = command.values.isEmpty || command.word == .speed
      model.notice = isPace ? .alwaysLive : .cannotTravel
      return []
    }
    switch (command.word, command.values.first) {
    case (.play, _), (.pause, _):
      guard model.isPlaying != (command.word == .play) else { return [] }
      model.isPlaying.toggle()
      return [.play(model.isPlaying)]
    case (_, .number(let step)): return still(&model, .travel(.step(Int(step))))
    case (_, .beat(let beat)): return still(&model, .beat(beat))
    case (_, .time(let ms)): return [.travel(.time(ms))]
    case (_, .speed(let speed)):
      model.speed = speed
      return [.speed(speed)]
    default: return []
    }
  }

  private static func text(_ values: [LineValue]) -> String {
    values.compactMap { value in
      if case .text(let text) = value { text } else { nil }
    }.joined(separator: " ")
  }

  private static func runOnScreen(
    _ command: TypedCommand, _ model: inout BoardModel, _ view: FeedView
  ) -> [BoardEffect] {
    if command.word == .filter {
      openFilter(&model)
      if model.line != nil { filter(text(command.values), &model) }
      model.line = nil
      return []
    }
    switch command.values.first {
    case .pane(let pane):
      // The key of the grid also leaves it.
      return model.pane == pane ? [] : perform(pane.action, &model, view)
    case .member(let slot): model.selectedMember = slot
    case .partition(let place): model.selectedPartition = place
    case .language(let language):
      model.language = language
      return [.language(language)]
    default: return leave(&model)
    }
    return []
  }
}
