/// The words of the footer and the help in one language.
public protocol KeyPhrasebook: Sendable {
  /// One or two words for the last row.
  func short(_ action: KeyAction) -> String
  /// One line for the help.
  func long(_ action: KeyAction) -> String
  /// The same for an action and the one that shares its row.
  func both(_ first: KeyAction) -> String
  func section(_ section: KeyAction.Section) -> String
  var space: String { get }
  var pause: String { get }
  /// Out of a zoom.
  var all: String { get }
  /// Lets go what is held.
  var letGo: String { get }
  /// Removes a member whose process is somebody else's.
  var expel: String { get }
  /// The same in the help.
  var expelLong: String { get }
  /// Of an answer.
  var show: String { get }
  /// Of the projection, and of what lies over the picture.
  var leave: String { get }
  /// Of several worlds.
  var openOne: String { get }
  var helpTitle: String { get }
  var closesHelp: String { get }
}
