import KafkaModel
import KafkaWire
import Testing

@Suite("Batches of a producer's machine")
struct ProducedBatchTests {
  private static let batch = ProducedBatch(
    producer: Producer(id: 8, epoch: 3), firstSequence: 41, recordCount: 4,
    isTransactional: true,
    sources: [
      RecordSource(TopicPartition("in", 0), first: Offset(7), count: 2),
      RecordSource(TopicPartition("in", 2), first: Offset(0), count: 1),
    ])

  @Test("the header says producer, epoch, sequence and that it is transactional")
  func header() throws {
    let bytes = Self.batch.recordBatch(timestampMs: 5, maker: "A").bytes
    // Reads the checksum, too.
    let header = try #require(try RecordBatches.headers(in: bytes).first)
    #expect(header.producer == Producer(id: 8, epoch: 3))
    #expect(header.baseSequence == 41 && header.recordCount == 4)
    #expect(header.isTransactional && !header.isControl)
    #expect(header.lastOffset == Offset(3) && header.maxTimestampMs == 5)
    var plain = Self.batch
    plain.isTransactional = false
    let other = plain.recordBatch(timestampMs: 5, maker: "A").bytes
    #expect(try RecordBatches.headers(in: other).first?.isTransactional == false)
  }

  @Test("keys say what records are made of; one of nothing known has none")
  func keys() {
    let records = Self.batch.recordBatch(timestampMs: 0, maker: "A").records
    let keys = records.map { $0.key.map { String(decoding: $0, as: UTF8.self) } }
    #expect(keys == ["in-0@7", "in-0@8", "in-2@0", nil])
    #expect(records.allSatisfy { $0.value == [0x41] })
  }

  @Test("more sources than records, or none at all, make as many records as there are to be")
  func count() {
    var batch = Self.batch
    batch.recordCount = 1
    #expect(batch.recordBatch(timestampMs: 0, maker: "A").records.count == 1)
    batch.sources = []
    batch.recordCount = 2
    #expect(batch.recordBatch(timestampMs: 0, maker: "A").records.map(\.key) == [nil, nil])
  }

  @Test("a request with bytes can be sent, and says the same")
  func request() throws {
    let request = ProduceRequest(
      transactionalId: "tx",
      topics: [
        .init(
          name: "out",
          partitions: [
            .init(index: 0, records: nil, batch: Self.batch), .init(index: 1, records: [1, 2]),
          ])
      ])
    let filled = request.withBytes(timestampMs: 0, maker: "A")
    let partitions = filled.topics[0].partitions
    #expect(partitions[1].records == [1, 2] && partitions.allSatisfy { $0.batch == nil })
    let frame = try WireCodec.encode(
      .produce(filled), version: 12, correlationId: 1, clientId: "c")
    guard case .produce(let again) = try WireCodec.decodeRequest(frame).request else {
      Issue.record("another request")
      return
    }
    #expect(again == filled)
  }
}
