import KafkaModel

/// The assignors a consumer can be configured with, by name: Kafka's own, and foreign ones
/// (`partition.assignment.strategy` takes any class).
public struct AssignorCatalogue: Equatable, Sendable {
  private let assignors: [any Assignor]

  public init(_ assignors: [any Assignor]) { self.assignors = assignors }

  /// Those of Kafka that are built in.
  public static let builtIn = AssignorCatalogue(Assignors.all)

  public func named(_ name: String) -> (any Assignor)? {
    assignors.first { $0.name == name }
  }

  func rebalanceProtocol(of names: [String]) -> RebalanceProtocol {
    .common(to: names.map(named))
  }

  /// By name: an assignor is a rule, and a name stands for one rule.
  public static func == (a: AssignorCatalogue, b: AssignorCatalogue) -> Bool {
    a.assignors.map(\.name) == b.assignors.map(\.name)
  }
}
