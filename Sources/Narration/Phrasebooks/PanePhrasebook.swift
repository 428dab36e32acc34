import Feed

/// The words of the log pane and the settings pane in one language.
public protocol PanePhrasebook: Sendable {
  var log: String { get }
  var noLog: String { get }
  var settings: String { get }
  var countdowns: String { get }
  var nothingDue: String { get }
  /// What did not fit, counted.
  func moreDue(_ count: Int) -> String
  func moreSettings(_ count: Int) -> String
  func place(_ place: Setting.Place) -> String
  func meaning(_ deadline: Deadline) -> String
}
