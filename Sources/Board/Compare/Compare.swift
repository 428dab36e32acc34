import Feed
import Narration
import Screen

/// Several worlds side by side; pure like the board.
public enum Compare {
  /// What the application has to do.
  public enum Effect: Hashable, Sendable {
    /// For all worlds.
    case board(BoardEffect)
    /// One of them alone, counted from 0.
    case open(Int)
    case back
  }

  /// Folds a key into the model.
  ///
  /// - Parameter view: the first world's: what a key means is the same in all.
  public static func update(
    _ model: inout CompareModel, _ key: Key, _ view: FeedView
  ) -> [Effect] {
    if !model.board.isHelpShown {
      if case .character(let digit) = key, let number = digit.wholeNumberValue,
        (1...model.columns.count).contains(number)
      {
        return [.open(number - 1)]
      }
      let action = KeyTable.action(for: key)
      switch action {
      case .up, .compare: return [.back]
      case .nextPane:
        model.chosen = model.chosen.map { ($0 + 1) % model.columns.count } ?? 0
        return []
      case .open where model.chosen != nil: return model.chosen.map { [.open($0)] } ?? []
      default:
        guard let action, !isOfAll(action) else { break }
        model.board.notice = .notInComparison
        return []
      }
    }
    return Board.update(&model.board, .key(key), view).map { .board($0) }
  }

  /// Whether it can be done with all worlds at once; panes and what is about a plan cannot.
  private static func isOfAll(_ action: KeyAction) -> Bool {
    switch action.section {
    case .act: true
    case .group: action == .addPartition
    case .choose: action != .open
    case .time: ![.fork, .undo, .end, .beatBack, .beatOn].contains(action)
    case .view: action == .help || action == .language || action == .quit
    }
  }
}
