import KafkaModel
import KafkaWire
import Testing

@Suite("Runs of a Fetch answer")
struct FetchedRunsTests {
  @Test("records of aborted transactions are not counted for a read_committed reader")
  func aborted() throws {
    // By the scripts: 2 plain and 2 committed of 6 records; 1 committed of 2; none of 1.
    let expected: [Int64: (count: Int64, next: Int64)] = [3: (4, 8), 8: (1, 4), 9: (0, 2)]
    var seen = 0
    for sample in GoldenSample.spoken where sample.api == "Fetch" {
      for partition in try Self.partitions(sample) {
        guard let producer = partition.abortedTransactions?.first?.producerId,
          case .batches(let bytes) = partition.records, let row = expected[producer]
        else { continue }
        seen += 1
        let run = try RecordBatches.run(
          in: bytes, from: Offset(0), aborted: partition.abortedTransactions ?? [])
        #expect(run.count == row.count)
        #expect(run.nextOffset == Offset(row.next))
        let uncommitted = try RecordBatches.run(in: bytes, from: Offset(0))
        #expect(uncommitted.count > row.count)
        #expect(uncommitted.nextOffset == Offset(row.next))
      }
    }
    #expect(seen >= expected.count)
  }

  @Test("the answer is counted from where the request asked")
  func counted() throws {
    let batch = RecordBatch(
      baseTimestampMs: 0, records: (0..<4).map { _ in .init(key: nil, value: [1]) })
    let request = FetchRequest(
      maxWaitMs: 0, minBytes: 1,
      topics: [.init(name: "t", partitions: [.init(partition: 0, fetchOffset: Offset(1))])])
    let answer = Self.answer([
      (0, .batches(batch.bytes)), (1, .batches(batch.bytes)), (2, .batches([1, 2, 3])), (3, .empty),
    ])
    let counted = try answer.counted(for: request)
    #expect(
      counted.responses[0].partitions.map(\.records) == [
        .run(RecordRun(firstOffset: Offset(1), nextOffset: Offset(4), count: 3)),
        .run(RecordRun(firstOffset: Offset(0), nextOffset: Offset(4), count: 4)),
        .empty, .empty,
      ])
  }

  @Test("a damaged batch is named with its partition")
  func damaged() {
    var bytes = RecordBatch(baseTimestampMs: 0, records: [.init(key: nil, value: [1])]).bytes
    bytes[16] = 0
    let answer = Self.answer([(5, .empty), (6, .batches(bytes))])
    let request = FetchRequest(maxWaitMs: 0, minBytes: 1, topics: [])
    let place = "responses[0].partitions[1].records"
    #expect(throws: WireError(.recordMagic(0), field: place, offset: 16)) {
      try answer.counted(for: request)
    }
  }

  private static func answer(_ records: [(Int32, FetchedRecords)]) -> FetchResponse {
    let partitions = records.map { index, records in
      FetchResponse.Partition(
        partitionIndex: index, highWatermark: Offset(4), records: records)
    }
    return FetchResponse(responses: [.init(name: "t", partitions: partitions)])
  }

  private static func partitions(
    _ sample: GoldenSample
  ) throws -> [FetchResponse.Partition] {
    guard let bytes = sample.responseBytes,
      case .fetch(let answer) = try WireCodec.decodeResponse(
        bytes, api: .fetch, version: sample.version
      ).response
    else { return [] }
    return answer.responses.flatMap(\.partitions)
  }
}
