/// What a seed does to the broker's machines alone: requests, batches and markers of any kind.
public struct Storms: Sendable {
  public let steps: Int64
  public let violations: [Violation]

  /// - Parameter requests: how many each machine gets.
  public init(seed: UInt64, requests: Int) {
    let groups = RequestStorm(seed: seed, requests: requests)
    let transactions = TransactionStorm(seed: seed, requests: requests)
    let producers = ProducerStorm(seed: seed, steps: requests)
    steps = groups.steps + transactions.steps + producers.steps
    violations = groups.violations + transactions.violations + producers.violations
  }
}
