import KafkaModel

/// A producer of Kafka 4.3 (`KafkaProducer`, `TransactionManager`, `Sender`), idempotent, and with
/// a `transactional.id` transactional; one pure machine.
///
/// It knows no clock, socket or thread: the host hands it what happened and sends what it wants
/// sent. Its application's calls are inputs too; the notes say how they ended.
public struct KafkaProducer: Equatable, Sendable {
  public let config: ProducerConfig
  public internal(set) var state = ProducerState.uninitialized
  /// Its id and epoch; none before INITIALIZING is over.
  public internal(set) var producer = Producer.none
  /// The coordinator of its transactional id; nil = it must be looked up.
  public internal(set) var coordinator: BrokerId?
  /// The coordinator of the group whose offsets were committed last.
  var groupCoordinator: GroupPlace?

  /// One a partition that was ever sent to.
  var queues: [PartitionQueue] = []
  /// sendOffsetsToTransaction(), until it is over.
  var offsets: OffsetsCall?
  /// The coordinator may know of the transaction, so that it must be told of its end.
  var hasStarted = false
  /// True: commit, false: abort; until it is told that the transaction has ended.
  var ending: Bool?
  /// A lost batch has left a hole in the sequence numbers, which only another epoch closes.
  var needsEpoch = false
  /// The coordinator has forgotten the id: it would not take an EndTxn.
  var isForgotten = false
  var isClosing = false
  public internal(set) var isClosed = false

  var cluster = ClusterView()
  var askedTopics: [TopicName] = []
  var metadataMs: Int64 = 0
  var metadataBackoff = Backoff()
  /// When the next request to a coordinator may be sent.
  var retryMs: Int64 = 0
  var inFlight: [ProducerInFlight] = []
  var outbox = Outbox()
  var notes: [ProducerNote] = []
  var generator: SeededGenerator
  var nowMs: Int64

  public init(config: ProducerConfig, generator: SeededGenerator, nowMs: Int64) {
    self.config = config
    self.generator = generator
    self.nowMs = nowMs
  }

  /// Takes note of what happened and does all that is due; time never runs backwards here.
  public mutating func handle(_ input: ProducerInput, nowMs: Int64) -> ProducerOutcome {
    self.nowMs = max(self.nowMs, nowMs)
    if !isClosed {
      apply(input)
      run()
    }
    let outcome = ProducerOutcome(sends: outbox.takeAll(), wakeAtMs: nextWakeMs, notes: notes)
    notes = []
    return outcome
  }

  private mutating func apply(_ input: ProducerInput) {
    switch input {
    case .initTransactions: _ = allows(.initTransactions, .initCalled)
    case .beginTransaction: begin()
    case .send(let partition, let count, let sources):
      send(count, madeOf: sources, to: partition)
    case .sendOffsetsToTransaction(let offsets, let metadata): sendOffsets(offsets, metadata)
    case .commitTransaction: end(commit: true)
    case .abortTransaction: end(commit: false)
    case .close: isClosing = true
    case .response(let correlationId, let response):
      if let request = removeInFlight(correlationId) { answered(request, response) }
    case .failed(let correlationId):
      if let request = removeInFlight(correlationId) { requestFailed(request) }
    case .wake: break
    }
  }
}
