/// Which lines and names stay while a text is looked for; capitals and small letters are the same.
struct TextFilter {
  private let wanted: String

  init(_ model: BoardModel) { self.init(model.filter) }

  private init(_ text: String) { wanted = text.lowercased() }

  /// For those who show all there is.
  static let off = TextFilter("")

  /// Nothing is looked for.
  var isOff: Bool { wanted.isEmpty }

  func admits(_ text: String) -> Bool { isOff || text.lowercased().contains(wanted) }
}

extension Pane {
  /// Whether it has lines or names to look for.
  var isFiltered: Bool {
    switch self {
    case .log, .messages, .records, .describe, .grid: true
    case .picture, .settings, .consoles, .table: false
    }
  }
}
