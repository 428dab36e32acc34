import Synchronization

/// The coordinator's inputs on their way from the broker's thread to a recording, bounded: at the
/// limit it ends with a word that says so, as a part without what came before is of no use.
final class InputTape: Sendable {
  private struct State {
    var lines: [(timeMs: Int64, text: String)] = []
    var bytes = 0
    var isCut = false
  }

  private let state = Mutex(State())
  private static let mostBytes = 32 << 20
  /// Of one line; a recording takes no longer one.
  private static let mostLineBytes = 1_000_000

  /// nil: what has happened cannot be told.
  func add(_ text: String?, timeMs: Int64) {
    state.withLock { state in
      if state.isCut { return }
      state.bytes += text?.utf8.count ?? 0
      if let text, text.utf8.count <= Self.mostLineBytes, state.bytes <= Self.mostBytes {
        state.lines.append((timeMs, text))
      } else {
        state.isCut = true
        state.lines.append((timeMs, "cut"))
      }
    }
  }

  func takeAll() -> [(timeMs: Int64, text: String)] {
    state.withLock { state in
      defer { state.lines = [] }
      return state.lines
    }
  }
}
