import KafkaModel
import KafkaWire
import Testing

@testable import Endpoint

@Suite struct LogTests {
  private func batch(_ count: Int, atMs: Int64 = 1_000) -> [UInt8] {
    RecordBatch(
      baseTimestampMs: atMs,
      records: (0..<count).map {
        .init(key: nil, value: Array("value".utf8), timestampDeltaMs: Int64($0))
      }
    ).bytes
  }

  private func log(_ batches: [[UInt8]], limitBytes: Int = .max) throws -> PartitionLog {
    var log = PartitionLog()
    for bytes in batches {
      let header = try BatchCheck.header(of: bytes, 12, limitBytes: .max).get()
      _ = log.append(bytes, header, limitBytes: limitBytes)
    }
    return log
  }

  private func read(
    _ log: PartitionLog, from offset: Int64, maxBytes: Int, isFirst: Bool = true
  ) -> [UInt8] {
    log.read(from: Offset(offset), below: log.endOffset, maxBytes: maxBytes, isFirst: isFirst)
      .bytes
  }

  @Test func whatIsReadIsWhatWasWritten() throws {
    let log = try log([batch(3), batch(1), batch(5)])
    #expect(log.endOffset == Offset(9))
    for offset in 0..<9 {
      let bytes = read(log, from: Int64(offset), maxBytes: 1 << 20)
      let run = try RecordBatches.run(in: bytes, from: Offset(Int64(offset)))
      #expect(run.count == Int64(9 - offset))
      #expect(run.nextOffset == Offset(9))
    }
    #expect(read(log, from: 9, maxBytes: 1 << 20).isEmpty)
  }

  /// KIP-74: the first batch comes whole, whatever the limit; later ones are cut.
  @Test func limitsCutAllButTheFirstBatch() throws {
    let log = try log([batch(3), batch(1), batch(5)])
    let all = log.byteCount
    let first = batch(3).count
    for limit in 0...all {
      #expect(read(log, from: 0, maxBytes: limit).count == max(limit, first))
      #expect(read(log, from: 0, maxBytes: limit, isFirst: false).count == limit)
    }
  }

  @Test func aFullLogForgetsItsOldestRecords() throws {
    let size = batch(1).count
    let log = try log(Array(repeating: batch(1), count: 100), limitBytes: 16 * size)
    #expect(log.byteCount <= 16 * size)
    #expect(log.endOffset == Offset(100))
    #expect(log.startOffset > Offset(80))
    #expect(!log.contains(Offset(80)))
    #expect(log.contains(log.startOffset) && log.contains(Offset(100)))
  }

  @Test func recordsAreFoundByTheirTime() throws {
    let log = try log([batch(3, atMs: 1_000), batch(2, atMs: 5_000)])
    let found = [0, 1_000, 1_001, 1_003, 5_001].map { log.first(atLeast: $0)?.0.value }
    #expect(found == [0, 0, 1, 3, 4])
    #expect(log.first(atLeast: 5_002) == nil)
    #expect(log.newest()?.0 == Offset(4))
  }

  @Test func aFetchWaitsForRecordsAndNoLonger() throws {
    let endpoint = try Endpoint(EndpointConfig())
    defer { endpoint.stop() }
    try endpoint.makeTopic("orders", partitions: 1)
    let (reader, writer) = (
      try WireClient(port: endpoint.port), try WireClient(port: endpoint.port)
    )
    let fetch = Request.fetch(
      FetchRequest(
        maxWaitMs: 600_000, minBytes: 1,
        topics: [
          .init(name: "orders", partitions: [.init(partition: 0, fetchOffset: Offset(0))])
        ]))
    reader.send(
      frame: try WireCodec.encode(fetch, version: 12, correlationId: 1, clientId: "reader"))
    let produce = Request.produce(
      ProduceRequest(
        topics: [.init(name: "orders", partitions: [.init(index: 0, records: batch(2))])]))
    _ = try writer.ask(produce, version: 9)
    reader.read(frames: 1)
    let frame = try #require(reader.frames.first)
    guard
      case .fetch(let answer) = try WireCodec.decodeResponse(frame, api: .fetch, version: 12)
        .response
    else { return }
    #expect(answer.responses[0].partitions[0].highWatermark == Offset(2))
  }

  /// The checksum covers the attributes, so that it is made anew.
  @Test(
    arguments: [
      (0, 3, nil), (4, 7, nil), (4, 6, .unsupportedCompressionType), (5, 12, .unknownServerError),
    ] as [(UInt8, Int16, ErrorCode?)])
  func compressionThatTheVersionDoesNotKnow(
    type: UInt8, version: Int16, error: ErrorCode?
  ) throws {
    var bytes = RecordBatch(baseTimestampMs: 0, records: [.init(key: nil, value: [1])]).bytes
    bytes[22] |= type
    let checksum = Crc32C.checksum(bytes, from: 21)
    for at in 0..<4 {
      bytes[17 + at] = UInt8(truncatingIfNeeded: checksum >> (24 - 8 * UInt32(at)))
    }
    switch BatchCheck.header(of: bytes, version, limitBytes: .max) {
    case .success: #expect(error == nil)
    case .failure(let fault): #expect(fault == error.map { .refused($0) })
    }
  }
}
