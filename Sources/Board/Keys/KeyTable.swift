import Narration
import Screen

/// Which key does what: the one table that update, help and footer read.
public enum KeyTable {
  /// A row: what it does, the keys that do it, and how the first of them is printed.
  public struct Entry: Hashable, Sendable {
    public let action: KeyAction
    public let keys: [Key]
    public let label: String
  }

  public static let entries: [Entry] = [
    entry(.play, [.character(" ")], "Space"),
    entry(.stepOn, [.right, .character("n"), .character("."), .pageDown], "→"),
    entry(.stepBack, [.left, .character("b"), .pageUp], "←"),
    entry(.kill, [.character("k")], "k"),
    entry(.restart, [.character("r")], "r"),
    entry(.add, [.character("a")], "a"),
    entry(.close, [.character("x")], "x"),
    entry(.poll, [.character("s")], "s"),
    entry(.network, [.character("c")], "c"),
    entry(.rate, [.character("t")], "t"),
    entry(.assignor, [.character("A")], "A"),
    entry(.membership, [.character("S")], "S"),
    entry(.hold, [.character("h")], "h"),
    entry(.addPartition, [.character("P")], "P"),
    entry(.memberUp, [.up], "↑"),
    entry(.memberDown, [.down], "↓"),
    entry(.partitionBack, [.character("[")], "["),
    entry(.partitionOn, [.character("]")], "]"),
    entry(.open, [.enter], "Enter"),
    entry(.start, [.home], "Home"),
    entry(.end, [.end], "End"),
    entry(.beatBack, [.character("{")], "{"),
    entry(.beatOn, [.character("}")], "}"),
    entry(.scrubBack, [.character("<")], "<"),
    entry(.scrubOn, [.character(">")], ">"),
    entry(.faster, [.character("+"), .character("=")], "+"),
    entry(.slower, [.character("-")], "-"),
    entry(.fork, [.character("f")], "f"),
    entry(.undo, [.character("u")], "u"),
    entry(.nextPane, [.tab], "Tab"),
    entry(.picture, [.character("1")], "1"),
    entry(.log, [.character("2")], "2"),
    entry(.messages, [.character("3")], "3"),
    entry(.records, [.character("4")], "4"),
    entry(.describe, [.character("5")], "5"),
    entry(.settings, [.character("6")], "6"),
    entry(.consoles, [.character("7")], "7"),
    entry(.table, [.character("8")], "8"),
    entry(.grid, [.character("g")], "g"),
    entry(.projection, [.function(5)], "F5"),
    entry(.compare, [.character("C")], "C"),
    entry(.predict, [.character("p")], "p"),
    entry(.inside, [.character("i")], "i"),
    entry(.commandLine, [.character(":")], ":"),
    entry(.filter, [.character("/")], "/"),
    entry(.zoom, [.character("z")], "z"),
    entry(.glossary, [.character("G")], "G"),
    entry(.language, [.character("L")], "L"),
    entry(.save, [.character("w")], "w"),
    entry(.up, [.escape], "Esc"),
    entry(.help, [.character("?")], "?"),
    entry(.quit, [.character("q"), .control("c")], "q"),
  ]

  /// A row of the help and of the manual page: an action, or two that belong together.
  public struct Row: Hashable, Sendable {
    public let entries: [Entry]

    public var section: KeyAction.Section { entries[0].action.section }

    /// `→ n . PgDn`; of two only the first key each.
    public var labels: String {
      entries.count == 1
        ? KeyTable.allLabels(entries[0]) : entries.map(\.label).joined(separator: " ")
    }

    public func words(_ book: any KeyPhrasebook) -> String {
      entries.count == 1 ? book.long(entries[0].action) : book.both(entries[0].action)
    }
  }

  /// The whole table, in its order.
  public static let rows: [Row] = entries.compactMap { entry in
    if pairs.contains(where: { $0.1 == entry.action }) { return nil }
    let second = pairs.first { $0.0 == entry.action }?.1
    return Row(entries: [entry] + entries.filter { $0.action == second })
  }

  private static let pairs: [(KeyAction, KeyAction)] = [
    (.assignor, .membership), (.memberUp, .memberDown), (.partitionBack, .partitionOn),
    (.scrubBack, .scrubOn),
    (.start, .end), (.beatBack, .beatOn), (.faster, .slower), (.fork, .undo), (.filter, .zoom),
    (.consoles, .table), (.predict, .inside), (.glossary, .help),
    (.up, .quit),
  ]

  public static func action(for key: Key) -> KeyAction? {
    entries.first { $0.keys.contains(key) }?.action
  }

  /// Where things lie side by side, the arrows to the left and right choose among them as the
  /// brackets do; `n` and `b` still step.
  static func action(for key: Key, in pane: Pane) -> KeyAction? {
    switch (pane, key) {
    case (.grid, .left), (.describe, .left): .partitionBack
    case (.grid, .right), (.describe, .right): .partitionOn
    default: action(for: key)
    }
  }

  /// How the first key that does it in a pane is printed.
  static func label(_ action: KeyAction, in pane: Pane) -> String {
    guard let entry = entries.first(where: { $0.action == action }) else { return "" }
    guard pane == .grid || pane == .describe else { return entry.label }
    switch action {
    case .stepOn: return "n"
    case .stepBack: return "b"
    case .partitionBack: return "←"
    case .partitionOn: return "→"
    default: return entry.label
    }
  }

  /// `→ n . PgDn`, as the help prints the keys of an action.
  public static func allLabels(_ entry: Entry) -> String {
    ([entry.label] + entry.keys.dropFirst().map(name)).joined(separator: " ")
  }

  private static func name(_ key: Key) -> String {
    switch key {
    case .character(let character): String(character)
    case .control(let character): "Ctrl-" + String(character).uppercased()
    case .pageDown: "PgDn"
    case .pageUp: "PgUp"
    default: "?"
    }
  }

  private static func entry(_ action: KeyAction, _ keys: [Key], _ label: String) -> Entry {
    Entry(action: action, keys: keys, label: label)
  }
}
