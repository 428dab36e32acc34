/// What the screen shows of the feed.
public enum Pane: Int, Hashable, Sendable, CaseIterable {
  case picture = 1
  case log = 2
  case settings = 6

  var following: Pane {
    switch self {
    case .picture: .log
    case .log: .settings
    case .settings: .picture
    }
  }
}
