import Feed
import Narration
import Screen

/// Keys while something lies over the picture.
extension Board {
  /// - Returns: nil where the key means what it always means.
  static func pressOver(
    _ key: Key, _ model: inout BoardModel, _ view: FeedView
  ) -> [BoardEffect]? {
    let action = KeyTable.action(for: key, in: model.pane)
    switch model.overlay {
    case nil: return nil
    case .prediction(let prediction) where prediction.answer == nil:
      return predict(key, action, prediction, &model, view)
    case .prediction:
      // The answer stands until something else is done; Esc only takes it away.
      if action == .up {
        model.overlay = nil
        return []
      }
      if action.map(leaves) ?? false { model.overlay = nil }
      return nil
    case .deal(let deal): return step(action, deal, &model)
    }
  }

  /// Whether a key shows another moment or another future, over which nothing can lie.
  private static func leaves(_ action: KeyAction) -> Bool {
    switch action.section {
    case .act, .group, .time: true
    case .choose, .view: action == .compare
    }
  }

  private static func predict(
    _ key: Key, _ action: KeyAction?, _ prediction: Prediction, _ model: inout BoardModel,
    _ view: FeedView
  ) -> [BoardEffect]? {
    if let slot = member(key, prediction, view.picture) {
      guess(slot, prediction, &model)
      return []
    }
    switch action {
    case .open: return [.reveal]
    case .predict where prediction.question != .whoReads: return [.predict]
    case .up, .predict:
      model.overlay = nil
      return []
    case .partitionBack, .partitionOn, .memberUp, .memberDown, .help, .language, .quit,
      .projection:
      return nil
    default:
      model.notice = .asking
      return []
    }
  }

  /// Whom a letter stands for, where members are guessed.
  private static func member(
    _ key: Key, _ prediction: Prediction, _ picture: GroupPicture
  ) -> MemberSlot? {
    guard prediction.question == .whoReads, case .character(let letter) = key else { return nil }
    return picture.members.first {
      $0.slot.letter == String(letter) && letter.isUppercase
    }?.slot
  }

  private static func guess(
    _ slot: MemberSlot, _ prediction: Prediction, _ model: inout BoardModel
  ) {
    var prediction = prediction
    let place = model.selectedPartition ?? prediction.nextOpen(after: -1) ?? 0
    prediction.guess(place, slot)
    model.selectedPartition = prediction.nextOpen(after: place)
    model.overlay = .prediction(prediction)
  }

  private static func step(
    _ action: KeyAction?, _ deal: DealView, _ model: inout BoardModel
  ) -> [BoardEffect]? {
    var deal = deal
    switch action {
    case .stepOn: model.overlay = deal.stepOn() ? .deal(deal) : nil
    case .stepBack: model.overlay = deal.stepBack() ? .deal(deal) : nil
    case .up, .inside: model.overlay = nil
    case .open, .grid, .nextPane:
      model.overlay = nil
      return nil
    default:
      if action.map(leaves) ?? false { model.overlay = nil }
      return nil
    }
    return []
  }
}
