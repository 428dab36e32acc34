import Feed

/// The words of the log pane and the settings pane in one language.
public protocol PanePhrasebook: Sendable {
  var log: String { get }
  var noLog: String { get }
  var settings: String { get }
  var countdowns: String { get }
  var nothingDue: String { get }
  func place(_ place: Setting.Place) -> String
  func meaning(_ deadline: Deadline) -> String
}
