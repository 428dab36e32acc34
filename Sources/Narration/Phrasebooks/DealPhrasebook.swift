import Feed

/// What is said inside of an assignor, in one language.
public protocol DealPhrasebook: Sendable {
  /// Headings in at most six columns: the rule, the last decision, the next one.
  var rule: String { get }
  var done: String { get }
  var next: String { get }
  /// How an assignor deals, in one or two sentences.
  func rule(of assignor: String) -> String
  /// One decision; `names` says how the picture calls a partition.
  func tell(_ move: DealRemark) -> String
  /// Before the first decision.
  var nothingYet: String { get }
  /// After the last one.
  var over: String { get }
  func count(_ number: Int, of all: Int) -> String
}
