import KafkaModel
import KafkaWire
import Testing

@testable import Cluster

struct FetchCountTests {
  private let asked = FetchRequest(
    maxWaitMs: 0, minBytes: 0,
    topics: [
      .init(
        name: "t",
        partitions: [
          .init(partition: 0, fetchOffset: Offset(1)), .init(partition: 1, fetchOffset: Offset(0)),
        ])
    ])

  private func answer(_ first: FetchedRecords, _ second: FetchedRecords) -> FetchResponse {
    FetchResponse(responses: [
      .init(
        name: "t",
        partitions: [
          .init(partitionIndex: 0, highWatermark: Offset(9), records: first),
          .init(partitionIndex: 1, highWatermark: Offset(9), records: second),
        ])
    ])
  }

  private var batch: [UInt8] {
    let records = (0..<3).map { _ in RecordBatch.Entry(key: nil, value: [1]) }
    return RecordBatch(baseTimestampMs: 0, records: records).bytes
  }

  @Test func batchesBecomeRuns() {
    var count = FetchCount()
    let (counted, faults) = count.counted(answer(.batches(batch), .empty), asked: asked)
    #expect(faults.isEmpty)
    let run = RecordRun(firstOffset: Offset(1), nextOffset: Offset(3), count: 2)
    #expect(counted.responses[0].partitions.map(\.records) == [.run(run), .empty])
  }

  @Test func oneBrokenPartitionDoesNotHarmTheOther() {
    var broken = batch
    broken[broken.count - 1] ^= 1
    var count = FetchCount()
    let (counted, faults) = count.counted(
      answer(.batches(broken), .batches(batch)), asked: asked)
    #expect(faults.count == 1)
    #expect(faults.first?.contains("t-0") == true)
    #expect(counted.responses[0].partitions.map(\.errorCode) == [.corruptMessage, .none])
    let run = RecordRun(firstOffset: Offset(0), nextOffset: Offset(3), count: 3)
    #expect(counted.responses[0].partitions.map(\.records) == [.empty, .run(run)])
  }

  @Test func aBatchThatIsCutIsNoNews() {
    var count = FetchCount()
    let (counted, faults) = count.counted(
      answer(.batches(Array(batch.dropLast())), .batches([])), asked: asked)
    #expect(faults.isEmpty)
    #expect(counted.responses[0].partitions.map(\.records) == [.empty, .empty])
  }
}
