import Coordinator
import KafkaModel
import KafkaWire
import Testing

@testable import Endpoint

/// Transactions over the wire, as producers and read_committed consumers see them.
@Suite struct TransactionTests {
  private let id: TransactionalId = "tx"

  /// A broker with the topic "t" of one partition.
  private func endpoint() throws -> Endpoint {
    let endpoint = try Endpoint(EndpointConfig())
    try endpoint.makeTopic("t", partitions: 1)
    return endpoint
  }

  struct UnexpectedAnswer: Error {}
  struct NeverCame: Error {}

  /// Asks again until it is so; a broker that breaks a rule fails the test, it does not hang it.
  private func wait(until isSo: () throws -> Bool) throws {
    let end = ContinuousClock.now + .seconds(30)
    while try !isSo() {
      if ContinuousClock.now > end { throw NeverCame() }
    }
  }

  private func initialize(_ client: WireClient) throws -> Producer {
    let request = InitProducerIdRequest(transactionalId: id, transactionTimeoutMs: 60_000)
    guard case .initProducerId(let answer)? = try client.ask(.initProducerId(request), version: 5)
    else { throw UnexpectedAnswer() }
    return answer.producer
  }

  private func end(_ client: WireClient, _ producer: Producer, commit: Bool) throws -> Producer {
    let request = EndTxnRequest(transactionalId: id, producer: producer, committed: commit)
    guard case .endTxn(let answer)? = try client.ask(.endTxn(request), version: 5) else {
      throw UnexpectedAnswer()
    }
    return answer.producer
  }

  private func produce(
    _ client: WireClient, _ producer: Producer, as id: TransactionalId?, version: Int16 = 12
  ) throws -> ProduceResponse.Partition {
    var batch = RecordBatch(
      baseTimestampMs: 1, records: [.init(key: nil, value: [1])], producer: producer,
      kind: .transactional)
    batch.baseSequence = 0
    let request = ProduceRequest(
      transactionalId: id,
      topics: [.init(name: "t", partitions: [.init(index: 0, records: batch.bytes)])])
    guard case .produce(let answer)? = try client.ask(.produce(request), version: version) else {
      throw UnexpectedAnswer()
    }
    return answer.responses[0].partitions[0]
  }

  private func fetchRequest(_ isolation: IsolationLevel, waitMs: Int32 = 0) -> Request {
    .fetch(
      FetchRequest(
        maxWaitMs: waitMs, minBytes: 1, isolationLevel: isolation.rawValue, sessionEpoch: -1,
        topics: [
          .init(
            name: "t",
            partitions: [
              .init(partition: 0, fetchOffset: Offset(0), partitionMaxBytes: 1 << 20)
            ])
        ]))
  }

  private func fetch(
    _ client: WireClient, _ isolation: IsolationLevel
  ) throws -> FetchResponse.Partition {
    guard case .fetch(let answer)? = try client.ask(fetchRequest(isolation), version: 12) else {
      throw UnexpectedAnswer()
    }
    return answer.responses[0].partitions[0]
  }

  private func count(_ partition: FetchResponse.Partition) throws -> Int64 {
    guard case .batches(let bytes) = partition.records else { return 0 }
    return try RecordBatches.run(
      in: bytes, from: Offset(0), aborted: partition.abortedTransactions ?? []
    ).count
  }

  @Test func aReaderWaitsForTheMarkerAndHearsOfItAtOnce() throws {
    let endpoint = try endpoint()
    defer { endpoint.stop() }
    let (writer, reader) = (
      try WireClient(port: endpoint.port), try WireClient(port: endpoint.port)
    )
    let producer = try initialize(writer)
    #expect(try produce(writer, producer, as: id).errorCode == .none)
    #expect(try count(fetch(reader, .readUncommitted)) == 1)
    let open = try fetch(reader, .readCommitted)
    #expect(try count(open) == 0)
    #expect(open.lastStableOffset == Offset(0) && open.highWatermark == Offset(1))
    // It waits an hour, unless the marker wakes it.
    let frames = reader.frames.count
    reader.send(
      frame: try WireCodec.encode(
        fetchRequest(.readCommitted, waitMs: 3_600_000), version: 12, correlationId: 1,
        clientId: nil))
    let next = try end(writer, producer, commit: true)
    #expect(next == Producer(id: producer.id, epoch: 1))
    reader.read(frames: frames + 1)
    #expect(reader.frames.count == frames + 1)
    #expect(try count(fetch(reader, .readCommitted)) == 1)
    #expect(try fetch(reader, .readCommitted).lastStableOffset == Offset(2))
  }

  @Test func abortedRecordsAreNamedToReadersOfCommittedOnes() throws {
    let endpoint = try endpoint()
    defer { endpoint.stop() }
    let client = try WireClient(port: endpoint.port)
    let producer = try initialize(client)
    #expect(try produce(client, producer, as: id).errorCode == .none)
    let next = try end(client, producer, commit: false)
    try wait { try fetch(client, .readCommitted).lastStableOffset != Offset(0) }
    #expect(try count(fetch(client, .readUncommitted)) == 1)
    #expect(try count(fetch(client, .readCommitted)) == 0)
    #expect(try fetch(client, .readUncommitted).abortedTransactions == nil)
    #expect(
      try fetch(client, .readCommitted).abortedTransactions
        == [.init(producerId: producer.id, firstOffset: Offset(0))])
    // The zombie is told so.
    #expect(try produce(client, producer, as: id).errorCode == .invalidProducerEpoch)
    #expect(try produce(client, next, as: id).errorCode == .none)
  }

  /// (version, verdict) of a producer that writes before it says where.
  @Test func versionsHaveTheirOwnWordsForAPartitionThatWasNotAdded() throws {
    let rows: [(Int16, ErrorCode)] = [
      (9, .invalidTxnState), (10, .invalidTxnState), (11, .transactionAbortable), (12, .none),
    ]
    for (version, expected) in rows {
      let endpoint = try endpoint()
      defer { endpoint.stop() }
      let client = try WireClient(port: endpoint.port)
      let producer = try initialize(client)
      let verdict = try produce(client, producer, as: id, version: version)
      #expect(verdict.errorCode == expected, "v\(version)")
      #expect((verdict.errorMessage != nil) == (expected == .invalidTxnState))
    }
  }

  @Test func aTransactionalBatchNeedsATransactionalId() throws {
    let endpoint = try endpoint()
    defer { endpoint.stop() }
    let client = try WireClient(port: endpoint.port)
    let producer = try initialize(client)
    #expect(
      try produce(client, producer, as: nil).errorCode == .transactionalIdAuthorizationFailed)
    #expect(try produce(client, producer, as: "other").errorCode == .invalidProducerIdMapping)
  }

  /// The entry of `transaction.version` as the real broker has it among its features.
  @Test func clientsHearThatEpochsAreBumped() throws {
    let endpoint = try endpoint()
    defer { endpoint.stop() }
    let request = ApiVersionsRequest(clientSoftwareName: "a", clientSoftwareVersion: "1")
    let client = try WireClient(port: endpoint.port)
    guard case .apiVersions(let answer)? = try client.ask(.apiVersions(request), version: 3)
    else { throw UnexpectedAnswer() }
    let entry = Script.bytes("147472616e73616374696f6e2e76657273696f6e0002000200")
    #expect(answer.tagged.first { $0.tag == 2 }?.bytes == [2] + entry)
  }

  @Test func thereIsALimitToTransactionalIds() throws {
    var config = EndpointConfig()
    config.limits.transactionalIds = 1
    let endpoint = try Endpoint(config)
    defer { endpoint.stop() }
    let client = try WireClient(port: endpoint.port)
    for (id, expected) in [("a", .none), ("b", .policyViolation), ("a", .none)]
      as [(TransactionalId, ErrorCode)]
    {
      let request = InitProducerIdRequest(transactionalId: id, transactionTimeoutMs: 1_000)
      guard
        case .initProducerId(let answer)? = try client.ask(.initProducerId(request), version: 4)
      else { throw UnexpectedAnswer() }
      #expect(answer.errorCode == expected)
    }
    // Those that are only idempotent have none.
    let request = InitProducerIdRequest(transactionalId: nil, transactionTimeoutMs: 0)
    guard case .initProducerId(let answer)? = try client.ask(.initProducerId(request), version: 4)
    else { throw UnexpectedAnswer() }
    #expect(answer.errorCode == .none)
  }

  @Test func partitionsThatDoNotExistAreNotAdded() throws {
    let endpoint = try endpoint()
    defer { endpoint.stop() }
    let client = try WireClient(port: endpoint.port)
    let request = AddPartitionsToTxnRequest(
      transactionalId: id, producer: try initialize(client),
      topics: [.init(name: "t", partitions: [0, 1]), .init(name: "nosuch", partitions: [0])])
    guard
      case .addPartitionsToTxn(let answer)? = try client.ask(
        .addPartitionsToTxn(request), version: 3)
    else { throw UnexpectedAnswer() }
    #expect(
      answer.topics.flatMap(\.partitions).map(\.errorCode) == [
        .operationNotAttempted, .unknownTopicOrPartition, .unknownTopicOrPartition,
      ])
  }

  /// What was written is there after a restart: the open transaction too, and it can end.
  @Test func anOpenTransactionOutlivesTheBroker() throws {
    let endpoint = try endpoint()
    defer { endpoint.stop() }
    let before = try WireClient(port: endpoint.port)
    let producer = try initialize(before)
    #expect(try produce(before, producer, as: id).errorCode == .none)
    let commit = TxnOffsetCommitRequest(
      transactionalId: id, groupId: "g", producer: producer,
      topics: [
        .init(name: "t", partitions: [.init(partitionIndex: 0, committedOffset: Offset(7))])
      ])
    _ = try before.ask(.txnOffsetCommit(commit), version: 5)
    endpoint.restart(afterMs: 0)
    before.read(frames: .max)
    let after = try reconnected(endpoint)
    #expect(try fetch(after, .readCommitted).lastStableOffset == Offset(0))
    #expect(try committed(after)?.errorCode == .unstableOffsetCommit)
    _ = try end(after, producer, commit: true)
    try wait { try committed(after)?.errorCode != .unstableOffsetCommit }
    #expect(try committed(after)?.committedOffset == Offset(7))
    try wait { try fetch(after, .readCommitted).lastStableOffset != Offset(0) }
    #expect(try count(fetch(after, .readCommitted)) == 1)
  }

  private func reconnected(_ endpoint: Endpoint) throws -> WireClient {
    var client: WireClient?
    try wait {
      client = try? WireClient(port: endpoint.port)
      return try client?.ask(.metadata(MetadataRequest(topics: [])), version: 9) != nil
    }
    return try #require(client)
  }

  private func committed(_ client: WireClient) throws -> OffsetFetchResponse.Partition? {
    let request = OffsetFetchRequest(
      groups: [.init(groupId: "g", topics: [.init(name: "t", partitionIndexes: [0])])],
      requireStable: true)
    guard case .offsetFetch(let answer)? = try client.ask(.offsetFetch(request), version: 8) else {
      throw UnexpectedAnswer()
    }
    return answer.groups[0].topics[0].partitions[0]
  }
}
