/// The words of the book's tables in one language.
public protocol TablePhrasebook: Sendable {
  /// - Parameter table: its number in the book; nil where the book has none.
  func orderTitle(table: String?) -> String
  var strategiesTitle: String { get }
  /// Heads of the order's columns.
  var turn: String { get }
  var partition: String { get }
  var roundRobin: String { get }
  func gave(_ assignor: String) -> String
  var noMembers: String { get }
  func more(_ count: Int) -> String
  /// What is true of a strategy, in at most 56 columns; empty for one that is not Kafka's.
  func strategy(_ assignor: String) -> String
}
