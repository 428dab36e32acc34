/// The words around a typed line in one language. What is typed is the same in all.
public protocol LinePhrasebook: Sendable {
  func fault(_ fault: TypedFault) -> String
  /// Behind an empty command line.
  var commandHint: String { get }
  /// Behind an empty filter.
  var filterHint: String { get }
}
