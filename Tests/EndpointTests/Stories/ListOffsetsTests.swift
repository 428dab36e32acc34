import KafkaModel
import KafkaWire
import Testing

@testable import Endpoint

@Suite struct ListOffsetsTests {
  private struct Missing: Error {}

  private func withBroker(_ body: (WireClient) throws -> Void) throws {
    let endpoint = try Endpoint(EndpointConfig())
    defer { endpoint.stop() }
    try endpoint.makeTopic("t", partitions: 2)
    try body(WireClient(port: endpoint.port))
  }

  private func list(
    _ asked: [(partition: Int32, epoch: Int32, timestamp: Int64)], version: Int16 = 11,
    isolation: IsolationLevel = .readUncommitted, _ client: WireClient
  ) throws -> [ListOffsetsResponse.Partition] {
    let request = ListOffsetsRequest(
      isolationLevel: isolation.rawValue,
      topics: [
        .init(
          name: "t",
          partitions: asked.map {
            .init(
              partitionIndex: $0.partition, currentLeaderEpoch: $0.epoch, timestamp: $0.timestamp)
          })
      ])
    guard case .listOffsets(let answer)? = try client.ask(.listOffsets(request), version: version)
    else { throw Missing() }
    return answer.topics[0].partitions
  }

  /// `ReplicaManager.timestampMinSupportedVersion`.
  @Test(arguments: [(-1, 1), (-2, 1), (-3, 7), (-4, 8), (-5, 9), (-6, 11), (-7, 12)])
  func timesThatAreNoneCameWithVersions(timestamp: Int64, since: Int16) throws {
    try withBroker { client in
      for version in 1...11 as ClosedRange<Int16> {
        let answer = try list([(0, -1, timestamp)], version: version, client)[0]
        #expect(answer.errorCode == (version < since ? .unsupportedVersion : .none))
      }
    }
  }

  @Test func aPartitionIsAskedForOnce() throws {
    try withBroker { client in
      let answer = try list([(0, -1, -1), (1, -1, -1), (0, -1, -2)], client)
      #expect(answer.map(\.errorCode) == [.invalidRequest, .none, .invalidRequest])
    }
  }

  @Test func leadersHaveOneEpochHere() throws {
    try withBroker { client in
      for (epoch, error) in [
        (-1, .none), (0, .none), (1, .unknownLeaderEpoch), (-2, .fencedLeaderEpoch),
      ] as [(Int32, ErrorCode)] {
        let told = try list([(0, epoch, -1)], client)[0].errorCode
        #expect(told == error)
      }
    }
  }

  /// Whoever reads committed records only is told of no record beyond them.
  @Test func aRecordOfAnOpenTransactionIsNotFound() throws {
    try withBroker { client in
      let initialize = InitProducerIdRequest(transactionalId: "tx", transactionTimeoutMs: 60_000)
      guard
        case .initProducerId(let bound)? = try client.ask(.initProducerId(initialize), version: 4)
      else { throw Missing() }
      var batch = RecordBatch(
        baseTimestampMs: 5, records: [.init(key: nil, value: [1])], producer: bound.producer,
        kind: .transactional)
      batch.baseSequence = 0
      let produce = ProduceRequest(
        transactionalId: "tx",
        topics: [.init(name: "t", partitions: [.init(index: 0, records: batch.bytes)])])
      _ = try client.ask(.produce(produce), version: 12)
      for timestamp in [-3, 0] as [Int64] {
        let seen = try list([(0, -1, timestamp)], client)[0]
        #expect(seen.offset == Offset(0))
        let hidden = try list([(0, -1, timestamp)], isolation: .readCommitted, client)[0]
        #expect(hidden == .init(partitionIndex: 0))
      }
    }
  }

  /// `Partition.readRecords`: what came after an epoch that the leader does not know is unknown.
  @Test func recordsOfAnUnknownEpochWereReadByNobody() throws {
    try withBroker { client in
      for (epoch, error) in [(-1, .none), (0, .none), (1, .offsetOutOfRange)]
        as [(Int32, ErrorCode)]
      {
        let request = FetchRequest(
          maxWaitMs: 0, minBytes: 1, sessionEpoch: -1,
          topics: [
            .init(
              name: "t",
              partitions: [
                .init(
                  partition: 0, fetchOffset: Offset(0), lastFetchedEpoch: epoch,
                  partitionMaxBytes: 1)
              ])
          ])
        guard case .fetch(let answer)? = try client.ask(.fetch(request), version: 12) else {
          throw Missing()
        }
        #expect(answer.responses[0].partitions[0].errorCode == error)
      }
    }
  }
}
