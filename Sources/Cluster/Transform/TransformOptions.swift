import Client
import Feed
import KafkaModel

/// What makes a member's application one that writes, in transactions, what it has read.
public struct TransformOptions: Hashable, Sendable {
  public var transactionalId: TransactionalId
  /// The producer on the screen.
  public var producer: ProducerSlot
  public var output: TopicName
  public var outputPartitions: Int32
  public var transactionTimeoutMs: Int32

  public init(
    transactionalId: TransactionalId, producer: ProducerSlot, output: TopicName,
    outputPartitions: Int32, transactionTimeoutMs: Int32
  ) {
    self.transactionalId = transactionalId
    self.producer = producer
    self.output = output
    self.outputPartitions = outputPartitions
    self.transactionTimeoutMs = transactionTimeoutMs
  }

  /// Its part of a member's command line.
  var arguments: [String] {
    [
      "transactional=\(transactionalId)", "producer=\(producer.index)", "output=\(output)",
      "output-partitions=\(outputPartitions)", "transaction-timeout=\(transactionTimeoutMs)",
    ]
  }

  /// The same again; nil where something is missing or not understood.
  init?(_ first: (String) -> String) {
    guard !first("transactional").isEmpty, !first("output").isEmpty,
      let producer = Int(first("producer")), producer >= 0,
      let partitions = Int32(first("output-partitions")), partitions > 0,
      let timeoutMs = Int32(first("transaction-timeout")), timeoutMs > 0
    else { return nil }
    self.init(
      transactionalId: TransactionalId(first("transactional")), producer: ProducerSlot(producer),
      output: TopicName(first("output")), outputPartitions: partitions,
      transactionTimeoutMs: timeoutMs)
  }

  /// As Java's producer: named after its transactions where nobody gives it a name.
  var clientId: ClientId { ClientId("producer-\(transactionalId)") }

  func config(_ version: TransactionVersion) -> ProducerConfig {
    var config = ProducerConfig(clientId: clientId, transactionalId: transactionalId)
    config.transactionTimeoutMs = transactionTimeoutMs
    config.transactionVersion = version
    return config
  }
}
