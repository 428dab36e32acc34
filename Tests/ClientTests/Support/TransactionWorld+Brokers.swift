import Coordinator
import KafkaModel

@testable import Client

/// The brokers' side: who is asked, and what becomes of it.
extension TransactionWorld {
  mutating func deliver(_ outgoing: Outgoing, from name: String, isProducer: Bool) {
    let address = Address(
      name: name, isProducer: isProducer, correlationId: outgoing.correlationId)
    let request = outgoing.request
    switch request {
    case .metadata(let body): answer(address, metadata(body))
    case .findCoordinator(let body):
      let place = body.keyType == 1 ? coordinatorAt : Self.groups
      answer(
        address,
        .findCoordinator(
          FindCoordinatorResponse(coordinators: [
            .init(key: body.coordinatorKeys[0], nodeId: place, host: "b", port: 9092)
          ])))
    default:
      if isProducer { sent.append(request) }
      handle(request, at: outgoing.destination, address)
    }
  }

  private func metadata(_ request: MetadataRequest) -> Response {
    .metadata(
      MetadataResponse(
        brokers: [.init(nodeId: Self.leader, host: "b", port: 9092)],
        topics: (request.topics ?? []).map { name in
          .init(
            name: name,
            partitions: (0..<partitionCount).map {
              .init(partitionIndex: $0, leaderId: Self.leader)
            })
        }))
  }

  private mutating func handle(
    _ request: Request, at destination: Destination, _ address: Address
  ) {
    let config = applications[address.name]?.producer.config
    let version = config?.highestVersion(of: request.apiKey) ?? newest(request.apiKey)
    if let refusal = refusal(of: request) { return answer(address, refusal) }
    let context = context(version, address)
    switch request {
    case .initProducerId, .addPartitionsToTxn, .addOffsetsToTxn, .endTxn:
      if destination != .any && destination != .broker(coordinatorAt),
        let refusal = Response(refusing: request, .notCoordinator)
      {
        return answer(address, refusal)
      }
      take(coordinator.handle(request, context, nowMs: nowMs))
    case .txnOffsetCommit(let body):
      let place = TopicPartition(.consumerOffsets, body.groupId.offsetsPartition(of: 50))
      let error = verify(
        place, of: body.transactionalId, body.producer, (.txnOffsetCommit, version))
      if error != .none, let refusal = Response(refusing: request, error) {
        return answer(address, refusal)
      }
      take(groups.handle(request, context, nowMs: nowMs))
    case .produce(let body): answer(address, .produce(append(body, version)))
    case .fetch(let body):
      parked.append((address, body, nowMs + Int64(body.maxWaitMs)))
      answerFetches()
    case .listOffsets(let body): answer(address, .listOffsets(ends(body)))
    default: take(groups.handle(request, context, nowMs: nowMs))
    }
  }

  /// Takes the test's refusal of such a request, if there is one.
  private mutating func refusal(of request: Request) -> Response? {
    guard let index = refusing.firstIndex(where: { $0.api == request.apiKey }) else { return nil }
    let error = refusing.remove(at: index).error
    guard case .produce(let body) = request else { return Response(refusing: request, error) }
    return .produce(
      ProduceResponse(
        responses: body.topics.map { topic in
          .init(
            name: topic.name,
            partitions: topic.partitions.map { .init(index: $0.index, errorCode: error) })
        }))
  }

  private func newest(_ api: ApiKey) -> Int16 {
    switch api {
    case .produce: 12
    case .addPartitionsToTxn: 3
    case .addOffsetsToTxn: 4
    case .endTxn, .initProducerId, .txnOffsetCommit: 5
    default: 9
    }
  }

  private mutating func context(_ version: Int16, _ address: Address) -> RequestContext {
    lastToken += 1
    waiting[RequestToken(lastToken)] = address
    return RequestContext(
      token: RequestToken(lastToken), apiVersion: version, clientId: ClientId(address.name),
      clientHost: "/127.0.0.1")
  }

  /// What a leader asks before it writes; for newer clients the partition is added by it.
  mutating func verify(
    _ partition: TopicPartition, of id: TransactionalId, _ producer: Producer,
    _ write: (api: ApiKey, version: Int16)
  ) -> ErrorCode {
    lastToken += 1
    let context = RequestContext(
      token: RequestToken(lastToken), apiVersion: AddPartitionsToTxnRequest.leaderVersion,
      clientId: "leader", clientHost: "/b")
    let request = AddPartitionsToTxnRequest(
      leaderOf: [partition], id, producer, api: write.api, version: write.version)
    var outcome = coordinator.handle(.addPartitionsToTxn(request), context, nowMs: nowMs)
    var verdict: ErrorCode?
    while true {
      for reply in outcome.replies where reply.token == context.token {
        if case .addPartitionsToTxn(let answer) = reply.response {
          verdict = answer.topics.first?.partitions.first?.errorCode
        }
      }
      outcome.replies.removeAll { $0.token == context.token }
      guard verdict == nil, !outcome.appends.isEmpty else { break }
      let append = outcome.appends.removeFirst()
      take(outcome)
      outcome = coordinator.appendConfirmed(append.id, nowMs: nowMs)
    }
    take(outcome)
    return (verdict ?? .unknownServerError).afterVerification(of: write.api, version: write.version)
  }

  mutating func take(_ outcome: TransactionOutcome) {
    for reply in outcome.replies {
      if let address = waiting.removeValue(forKey: reply.token) {
        answer(address, reply.response)
      }
    }
    transactionTimers += outcome.timers
    orders += outcome.markers
    for append in outcome.appends {
      take(coordinator.appendConfirmed(append.id, nowMs: nowMs))
    }
    if !holdsMarkers { writeMarkers() }
  }

  mutating func writeMarkers() {
    while !orders.isEmpty {
      let order = orders.removeFirst()
      for partition in order.partitions {
        if partition.topic == .consumerOffsets {
          if let outcome = groups.endTransaction(
            order.marker, partition: partition.partition, nowMs: nowMs)
          {
            take(outcome)
          }
        } else {
          logs[partition, default: TransactionLog()].append(order.marker)
        }
        take(coordinator.markerWritten(order, in: partition, nowMs: nowMs))
      }
    }
    answerFetches()
  }

  mutating func take(_ outcome: CoordinatorOutcome) {
    for reply in outcome.replies {
      if let address = waiting.removeValue(forKey: reply.token) {
        answer(address, reply.response)
      }
    }
    for change in outcome.timers {
      switch change {
      case .set(let timer, let atMs): groupTimers[timer] = atMs
      case .cancel(let timer): groupTimers[timer] = nil
      }
    }
    for append in outcome.appends { take(groups.appendConfirmed(append.id, nowMs: nowMs)) }
  }

  /// Another broker takes the transactions over, from what is written.
  mutating func moveCoordinator(to broker: BrokerId) {
    let state = coordinator.hardState
    take(coordinator.unload(nowMs: nowMs))
    coordinatorAt = broker
    take(coordinator.load(state, nowMs: nowMs))
    settle()
  }
}
