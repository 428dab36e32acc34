import Board
import Narration
import Screen
import Terminal

/// `regroup notes` on a terminal: follows the presentation, and waits for the next one.
struct NotesScreen {
  private let session: TerminalSession
  private let theme: Theme
  private let glyphs: GlyphSet
  private var page: NotesPage
  private var connection: NotesConnection?

  init(session: TerminalSession, path: String, style: StyleOptions) {
    self.session = session
    theme = Theme(shade: style.theme, depth: session.colorDepth)
    glyphs = style.glyphs(isUtf8: session.hasUtf8Locale)
    page = NotesPage(path: path, language: style.language)
  }

  /// How often a presentation is looked for.
  static let retryMs = 500

  mutating func run() -> Ending {
    while true {
      follow()
      let frame = page.frame(width: session.width, height: session.height)
      session.present(frame.translated(to: glyphs), theme: theme)
      let event = session.nextEvent(
        timeoutMs: connection == nil ? Self.retryMs : -1,
        watching: connection.map { [$0.descriptor] } ?? [])
      switch event {
      case .key(let key): if press(key) { return .quit }
      case .interrupted: return .interrupted
      case .terminated: return .terminated
      case .hungUp: return .hungUp
      case .resized, .continued, .woken, nil: break
      }
    }
  }

  private mutating func follow() {
    if connection == nil { connection = NotesConnection(path: page.path) }
    guard let (newest, isThere) = connection?.take() else { return }
    if let newest {
      if newest.step != page.sheet?.step { page.scroll = 0 }
      page.sheet = newest
    }
    guard !isThere else { return }
    connection = nil
    page.sheet = nil
  }

  /// Whether it is the last one.
  private mutating func press(_ key: Key) -> Bool {
    let most = page.mostScroll(width: session.width, height: session.height)
    switch key {
    case .character("q"), .escape, .control("c"): return true
    case .character("L"): page.language = page.language == .english ? .korean : .english
    case .up: page.scroll = max(0, min(page.scroll, most) - 1)
    case .down: page.scroll = min(most, page.scroll + 1)
    case .pageUp: page.scroll = max(0, page.scroll - 5)
    case .pageDown: page.scroll = min(most, page.scroll + 5)
    case .home: page.scroll = 0
    default: break
    }
    return false
  }
}
