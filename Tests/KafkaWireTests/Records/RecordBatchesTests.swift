import KafkaModel
import KafkaWire
import Testing

@Suite("Record batches")
struct RecordBatchesTests {
  @Test("headers and runs of captured batches are as another client reads them")
  func golden() throws {
    #expect(GoldenBatches.all.count == 16)
    for sample in GoldenBatches.all {
      let headers = try RecordBatches.headers(in: sample.bytes)
      #expect(headers.map(\.baseOffset.value) == sample.batches.map(\.base))
      #expect(headers.map(\.lastOffset.value) == sample.batches.map(\.last))
      #expect(headers.map(\.recordCount) == sample.batches.map(\.count))
      #expect(headers.map(\.isControl) == sample.batches.map(\.control))
      #expect(headers.map(\.isTransactional) == sample.batches.map(\.transactional))
      #expect(headers.map { $0.compression?.rawValue } == sample.batches.map(\.compression))
      for run in sample.runs {
        let ours = try RecordBatches.run(in: sample.bytes, from: Offset(run.from))
        let theirs = RecordRun(
          firstOffset: Offset(run.first), nextOffset: Offset(run.next), count: run.count)
        #expect(ours == theirs, "from \(run.from)")
      }
    }
  }

  @Test("a built batch has the bytes another client sent")
  func building() throws {
    let sent = try #require(
      GoldenSample.spoken.first {
        $0.api == "Produce" && $0.requestHex.contains("0000000214000000046b310476310010000202")
      })
    guard case .produce(let produce) = try WireCodec.decodeRequest(sent.requestBytes).request
    else { throw WireError(.notOnTheWire) }
    let bytes = try #require(produce.topics[0].partitions[0].records)
    var input = ByteReader(bytes)
    try input.skip(27)
    let batch = RecordBatch(
      baseTimestampMs: try input.int64(),
      records: [
        .init(key: Array("k1".utf8), value: Array("v1".utf8)),
        .init(key: nil, value: Array("v2".utf8), timestampDeltaMs: 1),
      ])
    #expect(hexText(batch.bytes) == hexText(bytes))
  }

  @Test("a batch cut anywhere is ignored, whole ones before it count")
  func cut() throws {
    let batch = Self.batch(records: 3)
    for length in 0..<batch.count {
      let bytes = batch + batch[..<length]
      let run = try RecordBatches.run(in: bytes, from: Offset(1))
      #expect(run == RecordRun(firstOffset: Offset(1), nextOffset: Offset(3), count: 2))
    }
    #expect(
      try RecordBatches.run(in: [], from: Offset(7))
        == RecordRun(firstOffset: Offset(7), nextOffset: Offset(7), count: 0))
  }

  @Test("any changed byte that the checksum covers is found")
  func corruption() {
    let batch = Self.batch(records: 2)
    for place in 21..<batch.count {
      var damaged = batch
      damaged[place] ^= 0x40
      let error = error(of: damaged)
      guard case .checksum = error?.reason else {
        Issue.record("byte \(place): \(String(describing: error))")
        continue
      }
      #expect(error?.offset == 17)
    }
  }

  @Test("another magic, a short length, a negative length are refused")
  func badHeaders() {
    var old = Self.batch(records: 1)
    old[16] = 1
    #expect(error(of: old) == WireError(.recordMagic(1), field: "records", offset: 16))
    var short = Self.batch(records: 1)
    short.replaceSubrange(8..<12, with: [0, 0, 0, 48])
    #expect(
      error(of: short)?.reason == .recordBatch("length 48, at least 49"))
    var negative = Self.batch(records: 1)
    negative[8] = 0xFF
    guard case .bytes(.negativeLength) = error(of: negative)?.reason else {
      Issue.record("a negative length was accepted")
      return
    }
  }

  @Test("offsets and counts that contradict each other are refused")
  func contradictions() {
    // Last offset delta -1, a count of 9 in 1 offset, a negative count, a base at the very end.
    let cases: [(Range<Int>, [UInt8])] = [
      (23..<27, [0xFF, 0xFF, 0xFF, 0xFF]), (57..<61, [0, 0, 0, 9]),
      (57..<61, [0xFF, 0xFF, 0xFF, 0xFF]),
      (0..<8, [0x7F, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF]),
    ]
    for (range, bytes) in cases {
      let batch = Self.sealed(Self.batch(records: 1), range, bytes)
      #expect(error(of: batch)?.reason == .recordBatch("offsets and count"))
    }
  }

  @Test("records of a compacted batch are counted one by one")
  func gaps() throws {
    // Three records at offsets 0, 1 and 9: the middle of what once were ten.
    var batch = Self.batch(records: 3)
    let third = try #require(batch.lastIndex(of: 4))
    batch[third] = 18
    let gapped = Self.sealed(batch, 23..<27, [0, 0, 0, 9])
    let expected: [Int64] = [3, 2, 1, 1, 1, 1, 1, 1, 1, 1, 0]
    for (from, count) in expected.enumerated() {
      let run = try RecordBatches.run(in: gapped, from: Offset(Int64(from)))
      #expect(run.count == count, "from \(from)")
      #expect(run.nextOffset == Offset(10))
    }
  }

  @Test("20,000 damaged batches with a right checksum: an error or a sound run")
  func mutation() {
    var generator = SeededGenerator(seed: 7)
    let batch = Self.batch(records: 3)
    var accepted = 0
    for _ in 0..<20_000 {
      let place = Int(generator.int(in: 21...Int64(batch.count - 1)))
      let byte = UInt8(generator.int(in: 0...255))
      let damaged = Self.sealed(batch, place..<place + 1, [byte])
      let from = Offset(generator.int(in: 0...4))
      guard let run = try? RecordBatches.run(in: damaged, from: from) else { continue }
      accepted += 1
      #expect(run.firstOffset >= from && run.nextOffset >= from && run.count >= 0)
    }
    #expect(accepted > 1000)
  }

  private func error(of bytes: [UInt8]) -> WireError? {
    do throws(WireError) {
      _ = try RecordBatches.run(in: bytes, from: Offset(0))
      return nil
    } catch {
      return error
    }
  }

  /// Records whose only byte 4 is the offset delta (zigzag) of the third.
  private static func batch(records: Int) -> [UInt8] {
    let entries = (0..<records).map { index in
      RecordBatch.Entry(key: nil, value: [UInt8(0x30 + index)])
    }
    return RecordBatch(baseTimestampMs: 1_700_000_000_000, records: entries).bytes
  }

  /// The batch with some bytes replaced and the checksum made right again.
  private static func sealed(
    _ batch: [UInt8], _ range: Range<Int>, _ bytes: [UInt8]
  ) -> [UInt8] {
    var writer = ByteWriter()
    writer.raw(batch[..<range.lowerBound] + bytes + batch[range.upperBound...])
    writer.patch(uint32: Crc32C.checksum(writer.bytes, from: 21), at: 17)
    return writer.bytes
  }
}
