/// The glossary in one language.
public protocol GlossaryPhrasebook: Sendable {
  var title: String { get }
  /// What the keys do while it is open.
  var keys: String { get }
  /// What the picture is about now.
  var atHand: String { get }
  func name(_ term: GlossaryTerm) -> String
  /// Two to four lines.
  func meaning(_ term: GlossaryTerm) -> String
}
