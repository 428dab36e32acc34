import Chronicle
import Client
import Coordinator
import Feed
import KafkaModel

extension World {
  /// A request is at its broker.
  mutating func arrive(_ envelope: consuming Envelope<Request>, into events: inout [TimedEvent]) {
    let address = envelope.address
    switch envelope.body {
    case .metadata(let request): send(metadata(request), to: address)
    case .findCoordinator(let request): send(findCoordinator(request), to: address)
    case .listOffsets(let request): send(listOffsets(request), to: address)
    case .fetch(let request): fetch(request, from: address)
    case .initProducerId, .addPartitionsToTxn, .addOffsetsToTxn, .endTxn, .produce,
      .txnOffsetCommit:
      transact(envelope, into: &events)
    default: coordinate(envelope, into: &events)
    }
  }

  /// What is the group coordinator's.
  mutating func coordinate(
    _ envelope: Envelope<Request>, into events: inout [TimedEvent]
  ) {
    guard let request = bend(envelope.body) else { return }
    if envelope.broker != coordinatorId,
      let refusal = Response(refusing: request, .notCoordinator)
    {
      return send(refusal, to: envelope.address)
    }
    let outcome = coordinator.handle(request, context(envelope), nowMs: nowMs)
    if case .consumer(let slot) = envelope.address.party {
      learnIds(from: outcome, slot)
      if Chronicle.isSignOfLife(outcome.replies.first?.response) { emit(.heartbeat(slot), &events) }
    }
    audit(envelope.body, outcome)
    absorb(outcome, into: &events)
  }

  func context(_ envelope: Envelope<Request>) -> RequestContext {
    RequestContext(
      token: RequestToken(envelope.address.token),
      apiVersion: version(of: envelope.body.apiKey, from: envelope.address.party),
      clientId: clientId(of: envelope.address.party), clientHost: "/127.0.0.1")
  }

  /// An id that appears while a slot's request is handled is that slot's.
  private mutating func learnIds(from outcome: CoordinatorOutcome, _ slot: MemberSlot) {
    for new in NewId.all(in: outcome.happenings) where slots[new.id] == nil {
      slots[new.id] = slot
      if new.instanceId != nil { seats[slot.index].staticId = new.id }
    }
  }

  /// What Kafka 4.3's consumer and producer would send.
  func version(of api: ApiKey, from party: Party) -> Int16 {
    if case .producer(let slot) = party,
      let highest = producers[slot.index].config.highestVersion(of: api)
    {
      return highest
    }
    switch api {
    case .produce: return 12
    case .txnOffsetCommit, .endTxn, .initProducerId: return 5
    case .addOffsetsToTxn: return 4
    case .addPartitionsToTxn: return 3
    case .joinGroup: return 9
    case .syncGroup: return 5
    case .heartbeat: return 4
    case .leaveGroup: return 5
    case .offsetCommit: return 8
    case .offsetFetch: return 8
    default: return 0
    }
  }

  private func metadata(_ request: MetadataRequest) -> Response {
    let brokers = (1...Scenario.brokers).map {
      MetadataResponse.Broker(nodeId: BrokerId($0), host: "broker\($0)", port: 9092)
    }
    let names = request.topics ?? logs.topics.map(\.name)
    return .metadata(
      MetadataResponse(
        brokers: brokers, clusterId: "simulation", controllerId: BrokerId(1),
        topics: names.map(topicMetadata)))
  }

  private func topicMetadata(_ name: TopicName) -> MetadataResponse.Topic {
    guard let topic = logs.topics.first(where: { $0.name == name }) else {
      return MetadataResponse.Topic(errorCode: .unknownTopicOrPartition, name: name)
    }
    let brokers = (1...Scenario.brokers).map { BrokerId($0) }
    return MetadataResponse.Topic(
      name: name,
      partitions: (0..<topic.partitions).map {
        MetadataResponse.Partition(
          partitionIndex: $0, leaderId: BrokerId($0 % Scenario.brokers + 1), leaderEpoch: 0,
          replicaNodes: brokers, isrNodes: brokers)
      })
  }

  private func findCoordinator(_ request: FindCoordinatorRequest) -> Response {
    .findCoordinator(
      FindCoordinatorResponse(
        coordinators: request.coordinatorKeys.map {
          let id = request.keyType == 1 ? transactionsId : coordinatorId
          return FindCoordinatorResponse.Coordinator(
            key: $0, nodeId: id, host: "broker\(id.value)", port: 9092)
        }))
  }

  private func listOffsets(_ request: ListOffsetsRequest) -> Response {
    let isolation = IsolationLevel(wire: request.isolationLevel)
    return .listOffsets(
      ListOffsetsResponse(
        topics: request.topics.map { topic in
          ListOffsetsResponse.Topic(
            name: topic.name,
            partitions: topic.partitions.map { offset(of: $0, topic.name, isolation) })
        }))
  }

  private func offset(
    of question: ListOffsetsRequest.Partition, _ topic: TopicName, _ isolation: IsolationLevel
  ) -> ListOffsetsResponse.Partition {
    guard let log = logs[topic, question.partitionIndex] else {
      return ListOffsetsResponse.Partition(
        partitionIndex: question.partitionIndex, errorCode: .unknownTopicOrPartition)
    }
    // -2 earliest: nothing is ever deleted here. -1 latest.
    return ListOffsetsResponse.Partition(
      partitionIndex: question.partitionIndex,
      offset: question.timestamp == -2 ? log.start : log.limit(isolation, atMs: nowMs),
      leaderEpoch: 0)
  }
}
