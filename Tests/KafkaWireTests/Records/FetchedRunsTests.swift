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
