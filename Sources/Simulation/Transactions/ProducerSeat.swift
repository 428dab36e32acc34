import Client
import Feed
import KafkaModel

/// A place for a producer: one of a consume–transform–produce application, or a process of its own.
struct ProducerSeat: Sendable {
  let name: String
  let transactionalId: TransactionalId?
  let topic: TopicName
  let timeoutMs: Int32
  let version: TransactionVersion
  /// Whose application it belongs to: the two live and die together.
  let member: MemberSlot?
  /// Counts the processes of a producer without a consumer.
  var number: Int32 = 0
  var machine: KafkaProducer?
  var port = Port()
  /// What was done to it while its process was paused.
  var pausedInputs: [ProducerInput] = []
  /// Where the next record goes of a producer without a consumer.
  var nextPartition = 0

  /// Not `machine != nil`: that would compare, and so copy, the whole machine.
  var hasMachine: Bool { if case .some = machine { true } else { false } }
  var clientId: ClientId { ClientId(name) }

  var identity: ProducerIdentity {
    ProducerIdentity(name: name, transactionalId: transactionalId, topic: topic, member: member)
  }

  var config: ProducerConfig {
    var config = ProducerConfig(clientId: clientId, transactionalId: transactionalId)
    config.transactionTimeoutMs = timeoutMs
    config.transactionVersion = version
    return config
  }

  /// The process is gone.
  mutating func end() {
    machine = nil
    pausedInputs = []
    port.close()
  }
}
