import KafkaModel

/// Every answer comes in here.
extension KafkaProducer {
  mutating func removeInFlight(_ correlationId: Int32) -> ProducerInFlight? {
    guard let index = inFlight.firstIndex(where: { $0.correlationId == correlationId }) else {
      return nil
    }
    return inFlight.remove(at: index)
  }

  mutating func answered(_ request: ProducerInFlight, _ response: Response) {
    switch (request.kind, response) {
    case (.metadata, .metadata(let answer)): metadataCame(answer)
    case (.produce(let partitions), .produce(let answer)): produced(answer, partitions, request)
    case (.call(let call), _) where state != .fatalError: answered(call, response, request)
    default: break
    }
  }

  private mutating func answered(
    _ call: CoordinatorCall, _ response: Response, _ request: ProducerInFlight
  ) {
    switch response {
    case .findCoordinator(let answer): coordinatorFound(answer, call)
    case .initProducerId(let answer):
      let error = answer.errorCode
      if react(ProducerReaction.toInitProducerId(error), error, request) {
        start(with: answer.producer)
        if step(.producerIdGiven) == .tellReady { tellReady() }
      }
    case .addPartitionsToTxn(let answer): partitionsAdded(answer, request)
    case .addOffsetsToTxn(let answer):
      let error = answer.errorCode
      offsetsAdded(ProducerReaction.toAddOffsets(error), error, request)
    case .txnOffsetCommit(let answer): offsetsCommitted(answer, request)
    case .endTxn(let answer):
      let error = answer.errorCode
      if react(ProducerReaction.toEnd(error), error, request) {
        // Since v5 the coordinator says who the producer is from now on (KIP-890).
        if answer.producer.id >= 0 && addsImplicitly { start(with: answer.producer) }
        transactionEnded()
      }
    default: break
    }
  }

  /// An id and epoch of its own: sequence numbers begin with 0 again.
  private mutating func start(with producer: Producer) {
    self.producer = producer
    needsEpoch = false
    for index in queues.indices { queues[index].nextSequence = 0 }
    notes.append(.initialized(producer))
  }

  private mutating func partitionsAdded(
    _ answer: AddPartitionsToTxnResponse, _ request: ProducerInFlight
  ) {
    let verdicts = answer.topics.flatMap(\.partitions).map(\.errorCode)
    // The one that says why, where others say only that they were not tried.
    let error =
      verdicts.first { $0 != .none && $0 != .operationNotAttempted }
      ?? verdicts.first { $0 != .none } ?? .none
    let isFirst = !queues.contains { $0.standing == .added }
    let reaction = ProducerReaction.toAddPartitions(error, isFirst: isFirst)
    if reaction == .accept { hasStarted = true }
    // All of them or none: an abort has nothing left to find out about them.
    let isOutOfReach = error == .unknownTopicOrPartition && state == .abortingTransaction
    if reaction == .accept || reaction.isAbort || isOutOfReach {
      for index in queues.indices where queues[index].standing == .asked {
        queues[index].standing = error == .none ? .added : .unknown
      }
    }
    _ = react(reaction, error, request)
  }

  private mutating func offsetsAdded(
    _ reaction: ProducerReaction, _ error: ErrorCode, _ request: ProducerInFlight
  ) {
    if reaction == .accept { hasStarted = true }
    offsets?.isAdded = reaction == .accept
    // Aborted meanwhile: only whether it was added counts.
    let isGivenUp = state == .abortingTransaction || state == .abortableError
    if reaction.isAbort || isGivenUp && reaction == .accept { offsets = nil }
    _ = react(reaction, error, request)
  }

  private mutating func offsetsCommitted(
    _ answer: TxnOffsetCommitResponse, _ request: ProducerInFlight
  ) {
    guard var call = offsets else { return }
    var error = ErrorCode.none
    var reaction = ProducerReaction.accept
    for topic in answer.topics {
      for partition in topic.partitions {
        let place = TopicPartition(topic.name, partition.partitionIndex)
        let verdict = ProducerReaction.toOffsetCommit(partition.errorCode)
        if verdict == .accept { call.left.removeAll { $0.partition == place } }
        if verdict.outweighs(reaction) {
          reaction = verdict
          error = partition.errorCode
        }
      }
    }
    offsets = call
    guard react(reaction, error, request) else { return }
    if call.left.isEmpty {
      offsets = nil
      notes.append(.offsetsSent(call.offsets))
    } else {
      retryMs = nowMs + config.retryBackoffMs
    }
  }
}

extension ProducerReaction {
  fileprivate var isAbort: Bool { self == .abort || self == .abortAndBump }

  /// Of several verdicts in one answer the most serious counts.
  fileprivate func outweighs(_ other: ProducerReaction) -> Bool { weight > other.weight }

  private var weight: Int {
    switch self {
    case .accept: 0
    case .backOff, .backOffBriefly: 1
    case .lookUp: 2
    case .abort: 3
    case .abortAndBump: 4
    case .fatal: 5
    }
  }
}
