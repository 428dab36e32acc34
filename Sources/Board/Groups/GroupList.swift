import Narration
import Screen

/// Groups to choose one from.
public struct GroupList: Hashable, Sendable {
  /// A group's name, and what is known of it.
  public struct Row: Hashable, Sendable {
    public var name: String
    public var detail: String

    public init(name: String, detail: String) {
      self.name = name
      self.detail = detail
    }
  }

  public var language: Language
  /// Where they are.
  public var place: String
  public var rows: [Row]
  public private(set) var chosen = 0

  public init(language: Language, place: String, rows: [Row]) {
    self.language = language
    self.place = place
    self.rows = rows
  }

  /// What a key leads to.
  public enum Choice: Hashable, Sendable {
    case group(Int)
    case quit
  }

  /// Takes a key; nil where one goes on choosing.
  public mutating func press(_ key: Key) -> Choice? {
    switch key {
    case .up, .character("k"): chosen = max(0, chosen - 1)
    case .down, .character("j"): chosen = min(max(0, rows.count - 1), chosen + 1)
    case .home: chosen = 0
    case .end: chosen = max(0, rows.count - 1)
    case .pageUp: chosen = max(0, chosen - 10)
    case .pageDown: chosen = min(max(0, rows.count - 1), chosen + 10)
    case .enter: return rows.isEmpty ? nil : .group(chosen)
    case .character("q"), .escape: return .quit
    case .character("L"): language = language == .english ? .korean : .english
    default: break
    }
    return nil
  }

  /// The list, in any size.
  public func render(width: Int, height: Int) -> Frame {
    var frame = Frame(width: width, height: height)
    let book = language.watch
    let room = max(1, height - 4)
    let first = max(0, min(chosen - room / 2, rows.count - room))
    let nameWidth = min(
      max(12, width * 2 / 3), rows.reduce(12) { max($0, DisplayWidth.of($1.name)) })
    frame.draw(in: frame.bounds) { canvas in
      canvas.put(book.chooseGroup, x: 1, y: 0, role: .title)
      canvas.put(place, before: width - 1, y: 0, role: .quiet)
      if rows.isEmpty { canvas.put(book.noGroups, x: 1, y: 2, role: .text) }
      for (line, row) in rows.enumerated().dropFirst(first).prefix(room) {
        let y = 2 + line - first
        let name = ColumnText.left(
          ColumnText.clipped(row.name, width: nameWidth), width: nameWidth)
        let end = canvas.put(" \(name) ", x: 1, y: y, role: line == chosen ? .selection : .text)
        canvas.put(row.detail, x: end + 1, y: y, role: .quiet)
      }
      canvas.put(book.chooseKeys, x: 1, y: height - 1, role: .quiet)
    }
    return frame
  }
}
