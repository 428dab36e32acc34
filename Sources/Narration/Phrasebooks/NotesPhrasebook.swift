/// The words of the presenter's notes in one language; headings in at most eight columns.
public protocol NotesPhrasebook: Sendable {
  var title: String { get }
  /// Where to look.
  var look: String { get }
  /// What the next step brings.
  var coming: String { get }
  var goal: String { get }
  var keys: String { get }
  var waits: String { get }
  var scroll: String { get }
}
