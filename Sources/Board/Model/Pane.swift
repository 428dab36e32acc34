import Narration

/// What the screen shows of the feed: the raw value is its digit; `g` opens the grid.
public enum Pane: Int, Hashable, Sendable, CaseIterable {
  case grid = 0
  case picture = 1
  case log = 2
  case messages = 3
  case records = 4
  case describe = 5
  case settings = 6
  case consoles = 7
  case table = 8

  /// Tab's round goes through those with a digit.
  var following: Pane {
    let next = Pane(rawValue: rawValue + 1) ?? .picture
    return self == .grid ? .picture : next
  }

  /// The key that shows it.
  var action: KeyAction {
    switch self {
    case .grid: .grid
    case .picture: .picture
    case .log: .log
    case .messages: .messages
    case .records: .records
    case .describe: .describe
    case .settings: .settings
    case .consoles: .consoles
    case .table: .table
    }
  }

  /// The pane that a key shows; nil for a key that shows none.
  public init?(_ action: KeyAction) { self.init(named: action.rawValue) }

  /// By the name that `render --pane` takes.
  public init?(named name: String) {
    guard let pane = Self.allCases.first(where: { $0.name == name }) else { return nil }
    self = pane
  }

  public var name: String { action.rawValue }

  /// Whether it needs the messages and records of the feed.
  public var showsTraffic: Bool { self == .messages || self == .records }
}
