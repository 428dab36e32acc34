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

  @Test func whatFollowsAGapAnswersTheNextFetch() throws {
    let marker = RecordBatch(
      TransactionMarker(producer: Producer(id: 1, epoch: 0), isCommit: true), timestampMs: 0)
    // Records 0 to 2, a marker at 3, records 4 to 6.
    let log: [UInt8] = batch + at(3, marker.bytes) + at(4, batch)
    var count = FetchCount()
    let (counted, _) = count.counted(answer(.empty, .batches(log)), asked: asked)
    let first = RecordRun(firstOffset: Offset(0), nextOffset: Offset(4), count: 3)
    #expect(counted.responses[0].partitions.map(\.records) == [.empty, .run(first)])
    var next = asked
    next.topics[0].partitions[1].fetchOffset = Offset(4)
    let kept = count.answer(to: next)
    let rest = try #require(kept)
    let second = RecordRun(firstOffset: Offset(4), nextOffset: Offset(7), count: 3)
    #expect(rest.responses[0].partitions.map(\.partitionIndex) == [1])
    #expect(rest.responses[0].partitions.map(\.records) == [.run(second)])
    let again = count.answer(to: next)
    #expect(again == nil, "it was given already")
  }

  @Test func whoGoesOnElsewhereGetsNothingOld() {
    let log = batch + at(9, batch)
    var count = FetchCount()
    _ = count.counted(answer(.empty, .batches(log)), asked: asked)
    let elsewhere = count.answer(to: asked)
    #expect(elsewhere == nil)
    var next = asked
    next.topics[0].partitions[1].fetchOffset = Offset(9)
    let late = count.answer(to: next)
    #expect(late == nil, "the seek has come in between")
  }

  /// The checksum does not cover where a batch lies.
  private func at(_ offset: UInt8, _ bytes: [UInt8]) -> [UInt8] {
    [0, 0, 0, 0, 0, 0, 0, offset] + bytes[8...]
  }

  @Test func aBatchThatIsCutIsNoNews() {
    var count = FetchCount()
    let (counted, faults) = count.counted(
      answer(.batches(Array(batch.dropLast())), .batches([])), asked: asked)
    #expect(faults.isEmpty)
    #expect(counted.responses[0].partitions.map(\.records) == [.empty, .empty])
  }
}
