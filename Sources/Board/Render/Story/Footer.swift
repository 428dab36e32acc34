import Feed
import Narration
import Screen

/// The last row: the keys that work now, most useful first; or why a key did not.
struct Footer {
  private let model: BoardModel
  private let picture: GroupPicture

  init(_ model: BoardModel, _ picture: GroupPicture) {
    self.model = model
    self.picture = picture
  }

  /// What works now, in the order in which the row gives up from the right; help and quit stay.
  static func actions(_ model: BoardModel, _ picture: GroupPicture) -> [KeyAction] {
    if model.isHelpShown { return [] }
    if model.isProjected { return acts(model, picture) }
    switch model.overlay {
    case .prediction(let prediction)? where prediction.answer == nil:
      return prediction.question == .whoReads
        ? [.open, .partitionBack, .partitionOn, .predict] : [.open, .predict, .up]
    case .deal?: return [.stepOn, .stepBack, .inside]
    default: break
    }
    var actions: [KeyAction] = []
    if model.isZoomed || canZoom(model, picture) { actions.append(.zoom) }
    if model.capabilities.canTravel { actions += [.play, .stepOn, .stepBack] }
    if model.capabilities.kind == .recording { actions += [.scrubBack, .scrubOn, .start] }
    if model.pane != .picture {
      if model.pane == .messages { actions.append(.open) }
      if model.pane == .consoles { actions += [.memberUp, .memberDown] }
      if model.pane == .grid { actions += [.partitionBack, .partitionOn, .memberUp, .memberDown] }
      if model.pane.isFiltered { actions.append(.filter) }
      let panes: [KeyAction] = [
        .picture, .log, .messages, .records, .describe, .settings, .consoles, .table,
        .grid,
      ]
      actions += panes.filter { $0 != model.pane.action }
    } else if model.capabilities.kind == .watch {
      actions += [.log, .describe, .settings, .grid]
    } else if model.capabilities.canAct {
      actions += acts(model, picture)
    }
    if model.capabilities.works(.save) { actions.append(.save) }
    if model.pane != .picture { return actions }
    return actions + (model.capabilities.kind == .simulation ? [.predict, .inside] : [.predict])
  }

  private static func acts(_ model: BoardModel, _ picture: GroupPicture) -> [KeyAction] {
    let can = model.capabilities
    let acts: [KeyAction] = [.kill, .restart, .add, .close, .poll, .network, .rate]
    let onMembers = acts.filter { canAct($0, can, picture) }
    if can.commandsCoordinator, picture.members.isEmpty { return onMembers }
    let onGroup: [KeyAction] = [.assignor, .membership, .addPartition]
    return [.hold].filter(can.works) + onMembers + onGroup.filter(can.works)
  }

  /// Something is selected in a picture that has to condense, or nearly.
  private static func canZoom(_ model: BoardModel, _ picture: GroupPicture) -> Bool {
    model.pane == .picture && picture.members.count + picture.partitions.count > manyRows
      && (model.selectedMember != nil || model.selectedPartition != nil)
  }

  private static let manyRows = 12

  /// Somebody is there whom it can act on. If that is not the selected member, the key answers so.
  private static func canAct(
    _ action: KeyAction, _ can: Capabilities, _ picture: GroupPicture
  ) -> Bool {
    guard can.works(action) else { return false }
    if action == .add { return true }
    return picture.members.contains {
      Board.refusal(action, $0, canExpel: can.commandsCoordinator) == nil
    }
  }

  func draw(_ canvas: inout Canvas, y: Int) {
    if let notice = model.notice {
      let text = model.language.figure.notice(notice)
      canvas.put(
        TextWrap.first(text, width: canvas.width - 2), x: 1, y: y, role: .warning)
      return
    }
    let tail: [KeyAction] =
      model.isHelpShown ? [] : model.isProjected ? [.projection] : [.help, .quit]
    let tailWidth = tail.reduce(0) { $0 + width($1) + 3 }
    var x = 1
    for action in Self.actions(model, picture) {
      guard x + width(action) + 3 + tailWidth <= canvas.width + 2 else { break }
      x = put(action, x: x, y: y, &canvas)
    }
    for action in tail where x + width(action) < canvas.width {
      x = put(action, x: x, y: y, &canvas)
    }
  }

  func label(_ action: KeyAction) -> String {
    KeyTable.label(action, in: model.pane)
  }

  func word(_ action: KeyAction) -> String {
    let book = model.language.keys
    let isOver = model.overlay?.isOpen ?? false
    var asksWhoReads = false
    if case .prediction(let asked)? = model.overlay, isOver {
      asksWhoReads = asked.question == .whoReads
    }
    return switch action {
    case .play where model.isPlaying: book.pause
    case .zoom where model.isZoomed: book.all
    case .hold where picture.hold != nil: book.letGo
    case .close where model.capabilities.expels: book.expel
    case .projection where model.isProjected: book.leave
    case .open where isOver: book.show
    case .up where isOver: book.leave
    case .predict where asksWhoReads, .inside where isOver: book.leave
    default: book.short(action)
    }
  }

  private func width(_ action: KeyAction) -> Int {
    DisplayWidth.of(label(action)) + 1 + DisplayWidth.of(word(action))
  }

  private func put(_ action: KeyAction, x: Int, y: Int, _ canvas: inout Canvas) -> Int {
    let after = canvas.put(label(action), x: x, y: y, role: .key)
    return canvas.put(word(action), x: after + 1, y: y, role: .quiet) + 3
  }
}
