import KafkaModel
import KafkaWire
import Testing

@Suite("Batches that end transactions")
struct MarkerBatchTests {
  @Test("a marker's batch is the real broker's, but for its offset and leader epoch")
  func bytes() throws {
    let producer = Producer(id: 8, epoch: 1)
    let marker = TransactionMarker(producer: producer, isCommit: true)
    let batch = RecordBatch(marker, timestampMs: 0x01A2_02C1_CC80)
    #expect(
      hexText(Array(batch.bytes[16...]))
        == "02b3c91fbb003000000000000001a202c1cc80000001a202c1cc800000000000000008"
        + "0001ffffffff000000012000000008000000010c00000000000000")
    let header = try #require(try RecordBatches.headers(in: batch.bytes).first)
    #expect(header.producer == producer)
    #expect(header.isControl && header.isTransactional)
    #expect(header.baseSequence == -1)
  }
}
