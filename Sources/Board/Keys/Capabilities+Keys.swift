import Feed
import Narration

extension Capabilities {
  /// The key that closes a member removes it, as an administrator does: no process of it is ours.
  var expels: Bool { commandsCoordinator && !canAdd }

  /// Whether a key can ever do something with what is shown; the others are no use in a list.
  func works(_ action: KeyAction) -> Bool {
    switch action.section {
    case .act: canAct && works(onMembers: action)
    case .group: canAct && canRegroup && works(onGroup: action)
    case .time: action == .fork || action == .undo ? kind == .simulation : canTravel
    case .choose: true
    case .view: works(onView: action)
    }
  }

  private func works(onMembers action: KeyAction) -> Bool {
    switch action {
    case .network, .rate: setsClients
    case .close: canAdd || commandsCoordinator
    default: canAdd
    }
  }

  private func works(onGroup action: KeyAction) -> Bool {
    switch action {
    case .hold: commandsCoordinator
    case .assignor, .membership: setsClients
    default: true
    }
  }

  private func works(onView action: KeyAction) -> Bool {
    switch action {
    case .compare: kind == .simulation
    case .save: kind != .recording
    default: true
    }
  }
}
