import Coordinator
import Feed
import KafkaModel

/// What producers ask of the transaction coordinator, of leaders, and of the group coordinator.
extension World {
  mutating func transact(_ envelope: Envelope<Request>, into events: inout [TimedEvent]) {
    var envelope = envelope
    if plant != nil { envelope.body = bendTransactional(envelope.body) }
    switch envelope.body {
    case .produce(let request): produce(request, envelope, into: &events)
    case .txnOffsetCommit(let request): commit(request, envelope, into: &events)
    default:
      if envelope.broker != transactionsId, !envelope.body.isForAnyBroker,
        let refusal = Response(refusing: envelope.body, .notCoordinator)
      {
        return send(refusal, to: envelope.address)
      }
      absorb(
        transactions.handle(envelope.body, context(envelope), nowMs: nowMs), into: &events)
    }
  }

  private mutating func produce(
    _ request: ProduceRequest, _ envelope: Envelope<Request>, into events: inout [TimedEvent]
  ) {
    let unknown = unverified(request)
    guard let id = request.transactionalId, let producer = unknown.first?.producer else {
      return append(request, to: envelope.address, into: &events) { _ in .none }
    }
    let version = version(of: .produce, from: envelope.address.party)
    ask(
      .produce(envelope, request),
      AddPartitionsToTxnRequest(
        leaderOf: unknown.map(\.place), id, producer, api: .produce, version: version),
      into: &events)
  }

  /// Transactional batches of which the log does not know that they belong to a transaction.
  private func unverified(
    _ request: ProduceRequest
  ) -> [(place: TopicPartition, producer: Producer)] {
    request.topics.flatMap { topic in
      topic.partitions.compactMap { partition in
        guard let batch = partition.batch, batch.isTransactional,
          let log = logs[topic.name, partition.index], !log.producers.isOpen(batch.producer)
        else { return nil }
        return (log.partition, batch.producer)
      }
    }
  }

  /// The group coordinator is the leader of a partition, too.
  private mutating func commit(
    _ request: TxnOffsetCommitRequest, _ envelope: Envelope<Request>,
    into events: inout [TimedEvent]
  ) {
    if envelope.broker != coordinatorId,
      let refusal = Response(refusing: envelope.body, .notCoordinator)
    {
      return send(refusal, to: envelope.address)
    }
    let place = request.groupId.offsetsPartition(of: scenario.broker.offsetsTopicPartitions)
    let version = version(of: .txnOffsetCommit, from: envelope.address.party)
    ask(
      .commit(envelope),
      AddPartitionsToTxnRequest(
        leaderOf: [TopicPartition(.consumerOffsets, place)], request.transactionalId,
        request.producer, api: .txnOffsetCommit, version: version),
      into: &events)
  }

  private mutating func ask(
    _ question: LeaderQuestion, _ request: AddPartitionsToTxnRequest,
    into events: inout [TimedEvent]
  ) {
    // Clients' tokens are not negative.
    lastQuestion -= 1
    let token = RequestToken(lastQuestion)
    questions[token] = question
    let context = RequestContext(
      token: token, apiVersion: AddPartitionsToTxnRequest.leaderVersion, clientId: "",
      clientHost: "/broker")
    absorb(
      transactions.handle(.addPartitionsToTxn(request), context, nowMs: nowMs), into: &events)
  }

  /// The coordinator's verdict on partitions that a leader has asked about.
  mutating func resume(
    _ token: RequestToken, _ response: Response, into events: inout [TimedEvent]
  ) {
    guard let question = questions[token], case .addPartitionsToTxn(let verdicts) = response
    else { return }
    questions[token] = nil
    switch question {
    case .produce(let envelope, let request):
      let version = version(of: .produce, from: envelope.address.party)
      let isIgnored = plant == .zombieAccepted
      append(request, to: envelope.address, into: &events) { place in
        isIgnored
          ? .none
          : (verdicts.verdict(on: place) ?? .none)
            .afterVerification(of: .produce, version: version)
      }
    case .commit(let envelope):
      let version = version(of: .txnOffsetCommit, from: envelope.address.party)
      let verdict = verdicts.topics.first?.partitions.first?.errorCode ?? .none
      let error = verdict.afterVerification(of: .txnOffsetCommit, version: version)
      if error != .none, let refusal = Response(refusing: envelope.body, error) {
        return send(refusal, to: envelope.address)
      }
      coordinate(envelope, into: &events)
    }
  }
}

extension Request {
  /// A producer id without a transactional id comes from any broker.
  fileprivate var isForAnyBroker: Bool {
    if case .initProducerId(let request) = self { request.transactionalId == nil } else { false }
  }
}
