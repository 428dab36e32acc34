import KafkaModel

/// Every request goes out here.
extension KafkaProducer {
  mutating func post(
    _ request: Request, _ kind: ProducerInFlight.Kind, to broker: BrokerId, lane: Lane
  ) -> Int32 {
    let destination: Destination = broker == .none ? .any : .broker(broker)
    let correlationId = outbox.post(request, to: destination, lane: lane)
    inFlight.append(
      ProducerInFlight(
        correlationId: correlationId, kind: kind, api: request.apiKey, broker: broker,
        timeoutAtMs: nowMs + config.requestTimeoutMs))
    return correlationId
  }

  mutating func send(_ call: CoordinatorCall) {
    guard let request = request(call) else { return }
    var broker = BrokerId.none
    var lane = Lane.coordinator
    switch call {
    case .findCoordinator, .findGroupCoordinator: lane = .metadata
    case .initProducerId where !isTransactional: lane = .metadata
    case .initProducerId, .endTransaction: broker = coordinator ?? .none
    case .addPartitions:
      broker = coordinator ?? .none
      for index in queues.indices where queues[index].standing == .wanted {
        queues[index].standing = .asked
      }
    case .addOffsets:
      broker = coordinator ?? .none
      offsets?.wasAsked = true
    case .commitOffsets: broker = groupCoordinator?.broker ?? .none
    }
    _ = post(request, .call(call), to: broker, lane: lane)
  }

  private func request(_ call: CoordinatorCall) -> Request? {
    let id = config.transactionalId
    switch call {
    case .findCoordinator:
      return id.map {
        .findCoordinator(FindCoordinatorRequest(keyType: 1, coordinatorKeys: [$0.text]))
      }
    case .findGroupCoordinator:
      return offsets.map {
        .findCoordinator(FindCoordinatorRequest(coordinatorKeys: [$0.metadata.groupId.text]))
      }
    case .initProducerId:
      // What it has goes along, so that it gets the next epoch of the same id (KIP-360).
      return .initProducerId(
        InitProducerIdRequest(
          transactionalId: id, transactionTimeoutMs: config.transactionTimeoutMs,
          producer: isTransactional ? producer : .none))
    case .addPartitions: return id.map { .addPartitionsToTxn(partitionsToAdd(of: $0)) }
    case .addOffsets:
      guard let id, let offsets else { return nil }
      return .addOffsetsToTxn(
        AddOffsetsToTxnRequest(
          transactionalId: id, producer: producer, groupId: offsets.metadata.groupId))
    case .commitOffsets:
      guard let id, let offsets else { return nil }
      return .txnOffsetCommit(offsets.request(of: id, producer))
    case .endTransaction(let commit):
      return id.map {
        .endTxn(EndTxnRequest(transactionalId: $0, producer: producer, committed: commit))
      }
    }
  }

  private func partitionsToAdd(of id: TransactionalId) -> AddPartitionsToTxnRequest {
    var topics: [AddPartitionsToTxnRequest.Topic] = []
    for queue in queues where queue.standing.mustBeAdded {
      let partition = queue.partition
      if topics.last?.name == partition.topic {
        topics[topics.count - 1].partitions.append(partition.partition)
      } else {
        topics.append(.init(name: partition.topic, partitions: [partition.partition]))
      }
    }
    return AddPartitionsToTxnRequest(transactionalId: id, producer: producer, topics: topics)
  }
}

extension OffsetsCall {
  fileprivate func request(
    of id: TransactionalId, _ producer: Producer
  ) -> TxnOffsetCommitRequest {
    var topics: [TxnOffsetCommitRequest.Topic] = []
    for item in left {
      let entry = TxnOffsetCommitRequest.Partition(
        partitionIndex: item.partition.partition, committedOffset: item.offset)
      if topics.last?.name == item.partition.topic {
        topics[topics.count - 1].partitions.append(entry)
      } else {
        topics.append(.init(name: item.partition.topic, partitions: [entry]))
      }
    }
    return TxnOffsetCommitRequest(
      transactionalId: id, groupId: metadata.groupId, producer: producer,
      generationId: metadata.generation, memberId: metadata.memberId,
      groupInstanceId: metadata.groupInstanceId, topics: topics)
  }
}
