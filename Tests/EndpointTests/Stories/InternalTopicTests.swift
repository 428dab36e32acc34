import KafkaModel
import KafkaWire
import Testing

@testable import Endpoint

/// `__consumer_offsets` and `__transaction_state` as clients see them.
@Suite struct InternalTopicTests {
  private static let group: GroupId = "g"
  private static let place = group.offsetsPartition(of: 2)

  private func withBroker(
    internalLogBytes: Int = 1 << 20, _ body: (Stage, WireClient) throws -> Void
  ) throws {
    var config = EndpointConfig()
    config.offsetsTopicPartitions = 2
    config.transactionTopicPartitions = 1
    config.limits.internalLogBytes = internalLogBytes
    let stage = try Stage(config)
    defer { stage.endpoint.stop() }
    try stage.endpoint.makeTopic("orders", partitions: 3)
    try body(stage, try WireClient(port: stage.endpoint.port))
  }

  private func commit(_ offset: Int64, of partition: Int32 = 0, _ client: WireClient) throws {
    let partitions = [
      OffsetCommitRequest.Partition(
        partitionIndex: partition, committedOffset: Offset(offset), committedMetadata: "m")
    ]
    let request = OffsetCommitRequest(
      groupId: Self.group, topics: [.init(name: "orders", partitions: partitions)])
    guard case .offsetCommit(let answer)? = try client.ask(.offsetCommit(request), version: 8)
    else { throw Missing() }
    #expect(answer.topics[0].partitions[0].errorCode == .none)
  }

  struct Missing: Error {}

  private func fetchRequest(from offset: Int64, maxWaitMs: Int32 = 0) -> FetchRequest {
    FetchRequest(
      maxWaitMs: maxWaitMs, minBytes: 1,
      topics: [
        .init(
          name: .consumerOffsets,
          partitions: [.init(partition: Self.place, fetchOffset: Offset(offset))])
      ])
  }

  private func fetched(_ client: WireClient) throws -> FetchResponse.Partition {
    guard case .fetch(let answer)? = try client.ask(.fetch(fetchRequest(from: 0)), version: 12)
    else { throw Missing() }
    return answer.responses[0].partitions[0]
  }

  @Test func theOffsetsLogIsReadAsAnyOther() throws {
    try withBroker { _, client in
      try commit(7, client)
      try commit(8, client)
      let ask = Request.metadata(MetadataRequest(topics: [.consumerOffsets]))
      guard case .metadata(let metadata)? = try client.ask(ask, version: 12) else {
        throw Missing()
      }
      #expect(metadata.topics[0].isInternal)
      #expect(metadata.topics[0].partitions.count == 2)
      let part = try fetched(client)
      #expect(part.highWatermark == Offset(2))
      guard case .batches(let bytes) = part.records else { throw Missing() }
      #expect(try RecordBatches.run(in: bytes, from: Offset(0)).count == 2)
      let latest = ListOffsetsRequest(topics: [
        .init(
          name: .consumerOffsets, partitions: [.init(partitionIndex: Self.place, timestamp: -1)])
      ])
      guard case .listOffsets(let end)? = try client.ask(.listOffsets(latest), version: 6) else {
        throw Missing()
      }
      #expect(end.topics[0].partitions[0].offset == Offset(2))
    }
  }

  @Test func whoWaitsForTheLogHearsOfACommit() throws {
    try withBroker { stage, client in
      try commit(1, client)
      let reader = try WireClient(port: stage.endpoint.port)
      let fetch = fetchRequest(from: 1, maxWaitMs: 60_000)
      reader.send(
        frame: try WireCodec.encode(.fetch(fetch), version: 12, correlationId: 1, clientId: "r"))
      #expect(try stage.waits { $0.fetches.count == 1 })
      try commit(2, client)
      reader.read(frames: 1)
      #expect(reader.frames.count == 1)
    }
  }

  @Test func clientsNeitherWriteNorDeleteNorMakeThem() throws {
    try withBroker { _, client in
      try commit(1, client)
      let batch = RecordBatch(baseTimestampMs: 0, records: [.init(key: [1], value: [2])]).bytes
      let produce = ProduceRequest(topics: [
        .init(name: .consumerOffsets, partitions: [.init(index: 0, records: batch)])
      ])
      guard case .produce(let refused)? = try client.ask(.produce(produce), version: 9) else {
        throw Missing()
      }
      #expect(refused.responses[0].partitions[0].errorCode == .invalidTopicException)
      let delete = DeleteTopicsRequest(topicNames: [.consumerOffsets])
      guard case .deleteTopics(let kept)? = try client.ask(.deleteTopics(delete), version: 5)
      else { throw Missing() }
      #expect(kept.responses[0].errorCode == .invalidRequest)
      let create = CreateTopicsRequest(topics: [.init(name: .transactionState, numPartitions: 1)])
      guard case .createTopics(let unmade)? = try client.ask(.createTopics(create), version: 7)
      else { throw Missing() }
      #expect(unmade.topics[0].errorCode == .topicAlreadyExists)
    }
  }

  /// However often it is committed, the log stays small, and the newest of each key is there.
  @Test func theLogIsCompacted() throws {
    try withBroker(internalLogBytes: 2_000) { stage, client in
      try commit(1, of: 1, client)
      try commit(2, of: 2, client)
      for offset in 0..<100 { try commit(Int64(offset), client) }
      let place = Int(Self.place)
      let records = try stage.withBroker { broker -> [WrittenRecord] in
        let log = broker.topics[.consumerOffsets]!.logs[place]
        #expect(log.byteCount <= 2_000)
        #expect(log.endOffset == Offset(102))
        #expect(log.startOffset == Offset(0))
        return try log.written(in: 0)
      }
      #expect(Set(records.map(\.key)).count == 3)
      #expect(records.last?.value?.hasPrefix("00040000000000000063") == true)
      // The gap is no obstacle to a reader.
      #expect(try fetched(client).highWatermark == Offset(102))
    }
  }

  @Test func transactionsAreWrittenDown() throws {
    try withBroker { stage, client in
      let ask = InitProducerIdRequest(transactionalId: "tx", transactionTimeoutMs: 1_000)
      guard case .initProducerId(let answer)? = try client.ask(.initProducerId(ask), version: 4)
      else { throw Missing() }
      #expect(answer.errorCode == .none)
      let records = try stage.withBroker { broker in
        try broker.topics[.transactionState]!.logs[0].written(in: 0)
      }
      let record = try #require(records.first)
      let read = try TransactionRecord(
        key: Script.bytes(record.key), value: record.value.map(Script.bytes))
      #expect(read?.transactionalId == "tx")
      #expect(read?.value?.producer == answer.producer)
    }
  }
}
