import Feed
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
      switch KeyTable.action(for: key) {
      case .up, .compare: return [.back]
      case .nextPane, .picture, .log, .settings, .assignor, .membership, .commandLine,
        .filter, .zoom, .glossary:
        model.board.notice = .unknownKey
        return []
      case .end, .beatBack, .beatOn:
        model.board.notice = .notInComparison
        return []
      default: break
      }
    }
    return Board.update(&model.board, .key(key), view).map { .board($0) }
  }
}
