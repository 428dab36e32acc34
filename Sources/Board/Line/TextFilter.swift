/// Which lines and names stay while a text is looked for; capitals and small letters are the same.
struct TextFilter {
  private let wanted: String

  init(_ model: BoardModel) { wanted = model.filter.lowercased() }

  /// Nothing is looked for.
  var isOff: Bool { wanted.isEmpty }

  func admits(_ text: String) -> Bool { isOff || text.lowercased().contains(wanted) }
}

extension Pane {
  /// Whether it has lines or names to look for.
  var isFiltered: Bool {
    switch self {
    case .log, .messages, .records, .describe, .grid: true
    case .picture, .settings: false
    }
  }
}
