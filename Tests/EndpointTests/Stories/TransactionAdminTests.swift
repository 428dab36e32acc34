import KafkaModel
import KafkaWire
import Testing

@testable import Endpoint

/// What administrators are told of transactions and of who writes.
@Suite struct TransactionAdminTests {
  private struct Missing: Error {}

  private func withStage(
    _ change: (inout EndpointConfig) -> Void = { _ in },
    _ body: (Stage, WireClient) throws -> Void
  ) throws {
    var config = EndpointConfig()
    change(&config)
    let stage = try Stage(config)
    defer { stage.endpoint.stop() }
    try stage.endpoint.makeTopic("t", partitions: 2)
    try body(stage, WireClient(port: stage.endpoint.port))
  }

  private func initialize(_ id: TransactionalId?, _ client: WireClient) throws -> Producer {
    let request = InitProducerIdRequest(transactionalId: id, transactionTimeoutMs: 60_000)
    guard case .initProducerId(let answer)? = try client.ask(.initProducerId(request), version: 4)
    else { throw Missing() }
    return answer.producer
  }

  private func produce(
    _ producer: Producer, as id: TransactionalId?, count: Int, _ client: WireClient
  ) throws {
    var batch = RecordBatch(
      baseTimestampMs: 5,
      records: (0..<count).map { _ in .init(key: nil, value: [1]) }, producer: producer)
    batch.baseSequence = 0
    if id != nil { batch.kind = .transactional }
    let request = ProduceRequest(
      transactionalId: id,
      topics: [.init(name: "t", partitions: [.init(index: 0, records: batch.bytes)])])
    guard case .produce(let answer)? = try client.ask(.produce(request), version: 12) else {
      throw Missing()
    }
    #expect(answer.responses[0].partitions[0].errorCode == .none)
  }

  private func producers(
    of topic: TopicName, _ partitions: [Int32], _ client: WireClient
  ) throws -> [DescribeProducersResponse.Partition] {
    let request = DescribeProducersRequest(topics: [
      .init(name: topic, partitionIndexes: partitions)
    ])
    guard
      case .describeProducers(let answer)? = try client.ask(
        .describeProducers(request), version: 0)
    else { throw Missing() }
    return answer.topics[0].partitions
  }

  @Test func whoWritesAndWhereTheirTransactionsBeganIsTold() throws {
    try withStage { stage, client in
      let plain = try initialize(nil, client)
      let bound = try initialize("tx", client)
      try produce(plain, as: nil, count: 3, client)
      try produce(bound, as: "tx", count: 2, client)
      let open = try producers(of: "t", [0, 1], client)
      #expect(open[1].activeProducers.isEmpty)
      #expect(
        Set(open[0].activeProducers) == [
          .init(
            producerId: plain.id, producerEpoch: 0, lastSequence: 2, lastTimestampMs: 5,
            coordinatorEpoch: -1),
          .init(
            producerId: bound.id, producerEpoch: 0, lastSequence: 1, lastTimestampMs: 5,
            coordinatorEpoch: -1, currentTxnStartOffset: Offset(3)),
        ])
      let end = EndTxnRequest(transactionalId: "tx", producer: bound, committed: true)
      _ = try client.ask(.endTxn(end), version: 4)
      try stage.advance(byMs: 0)
      let ended = try producers(of: "t", [0], client)[0].activeProducers
      #expect(
        ended.first { $0.producerId == bound.id }
          == .init(
            producerId: bound.id, producerEpoch: 0, lastSequence: 1,
            lastTimestampMs: try stage.withBroker { $0.clock.nowMs }, coordinatorEpoch: 0))
    }
  }

  @Test func partitionsThatAreNotThereHaveNoProducers() throws {
    try withStage { _, client in
      #expect(try producers(of: "t", [2], client)[0].errorCode == .unknownTopicOrPartition)
      let unknown = try producers(of: "nosuch", [0], client)[0]
      #expect(unknown.errorCode == .unknownTopicOrPartition)
      #expect(unknown.errorMessage == "This server does not host this topic-partition.")
      #expect(try producers(of: "a/b", [0], client)[0].errorCode == .invalidTopicException)
    }
  }

  @Test func soManyProducersAreToldOfAndNoMore() throws {
    try withStage({ $0.limits.describedProducers = 1 }) { _, client in
      try produce(initialize(nil, client), as: nil, count: 1, client)
      let told = try producers(of: "t", [0, 0], client)
      #expect(told.map(\.errorCode) == [.none, .policyViolation])
      #expect(told.map(\.activeProducers.count) == [1, 0])
    }
  }

  @Test func transactionsAreListedByAPatternForTheirIds() throws {
    try withStage { _, client in
      for id in ["tx-a", "tx-ab", "other"] as [TransactionalId] { _ = try initialize(id, client) }
      let rows: [(pattern: String?, ids: [TransactionalId], error: ErrorCode)] = [
        (nil, ["other", "tx-a", "tx-ab"], .none), ("", ["other", "tx-a", "tx-ab"], .none),
        ("tx-.*", ["tx-a", "tx-ab"], .none), ("tx-a", ["tx-a"], .none), ("tx", [], .none),
        ("tx-(", [], .invalidRegularExpression),
      ]
      for (pattern, ids, error) in rows {
        let request = ListTransactionsRequest(transactionalIdPattern: pattern)
        guard
          case .listTransactions(let answer)? = try client.ask(
            .listTransactions(request), version: 2)
        else { throw Missing() }
        #expect(answer.transactionStates.map(\.transactionalId).sorted() == ids, "\(pattern ?? "")")
        #expect(answer.errorCode == error)
      }
    }
  }

  /// What does not exist is told first, whatever becomes of the rest.
  @Test func aTransactionThatDoesNotKnowTheGroupCommitsNoOffsetsOfIt() throws {
    try withStage { _, client in
      let bound = try initialize("tx", client)
      let partitions = [0, 9].map {
        TxnOffsetCommitRequest.Partition(
          partitionIndex: $0, committedOffset: Offset(1), committedMetadata: "")
      }
      let request = TxnOffsetCommitRequest(
        transactionalId: "tx", groupId: "g", producer: bound,
        topics: [.init(name: "t", partitions: partitions)])
      guard
        case .txnOffsetCommit(let answer)? = try client.ask(.txnOffsetCommit(request), version: 3)
      else { throw Missing() }
      let told = answer.topics.flatMap(\.partitions)
      #expect(told.map(\.partitionIndex) == [9, 0])
      #expect(told.map(\.errorCode) == [.unknownTopicOrPartition, .invalidTxnState])
    }
  }
}
