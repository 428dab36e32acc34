import Client

/// How a transactional drive's members write what they make of what they read.
public struct TransactionWish: Hashable, Sendable {
  /// The topic that they write to; nil: one of our own, after the first topic that is read.
  public var output: String?
  /// `transaction.timeout.ms` of their producers.
  public var timeoutMs: Int64 = 60_000

  public init() {}

  /// Brokers take up to `transaction.max.timeout.ms`, 15 minutes by default. One that is shorter
  /// than a second would end a transaction that merely waits for a rebalance.
  public static let timeouts: ClosedRange<Int64> = 1_000...900_000
}

extension DriveOptions {
  /// What a consumer is set to whose offsets are committed by transactions.
  static let transactionalSettings = ["enable.auto.commit=false", "isolation.level=read_committed"]
  /// All that one poll() returns may go into one batch, and brokers take no more than a megabyte.
  static let mostTransactionalPoll: Int64 = 2_500

  /// The topic to write to and the partitions it gets if it is made; nil: there is none.
  func outputWish(partitions: Int32) -> TopicWish? {
    guard let transactions else { return nil }
    let name = transactions.output ?? Self.prefixed(inputWishes[0].name + "-out")
    return TopicWish(name: name, partitions: partitions)
  }

  /// The topics that are read.
  var inputWishes: [TopicWish] {
    topics.isEmpty ? [.init(name: "\(Self.prefix)\(tag)-orders", partitions: 4)] : topics
  }

  var transactionsFault: String? {
    guard let transactions else { return nil }
    if !TransactionWish.timeouts.contains(transactions.timeoutMs) {
      return "--transaction-timeout-ms must be from \(TransactionWish.timeouts.lowerBound) to "
        + "\(TransactionWish.timeouts.upperBound)"
    }
    if let output = transactions.output, !Self.isName(output) {
      return "--output: no name for a topic: \(output)"
    }
    if let output = outputWish(partitions: 1)?.name {
      if !Self.isName(output) { return "--output must be given: \(output) is too long for a name" }
      if inputWishes.contains(where: { Self.prefixed($0.name) == Self.prefixed(output) }) {
        return "--output: \(output) is read; what members write must go elsewhere"
      }
    }
    return transactionalSettingsFault
  }

  private var transactionalSettingsFault: String? {
    var config = ConsumerConfig(groupId: "group", clientId: "client", topics: [])
    // What is wrong with single ones is said elsewhere.
    try? config.set(Self.transactionalSettings + settings)
    if config.enableAutoCommit {
      return "-X enable.auto.commit=true: with --transactional transactions commit the offsets"
    }
    if config.isolationLevel != .readCommitted {
      return "-X isolation.level=read_uncommitted: with --transactional members are read_committed"
    }
    if config.maxPollRecords > Self.mostTransactionalPoll {
      return "-X max.poll.records=\(config.maxPollRecords): with --transactional at most "
        + "\(Self.mostTransactionalPoll)"
    }
    return nil
  }
}
