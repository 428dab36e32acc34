import KafkaModel
import KafkaWire
import Testing

/// Runs in which every record's offset is known.
@Suite("Runs without gaps")
struct SplitRunsTests {
  private let ours = Producer(id: 1, epoch: 0)
  private let theirs = Producer(id: 2, epoch: 0)

  /// Batches one behind the other, each at the next offset.
  private func log(_ batches: [RecordBatch]) -> [UInt8] {
    var offset = 0
    return batches.flatMap { batch in
      defer { offset += batch.records.count }
      return at(offset, batch.bytes)
    }
  }

  /// The checksum does not cover where a batch lies.
  private func at(_ offset: Int, _ bytes: [UInt8]) -> [UInt8] {
    [0, 0, 0, 0, 0, 0, 0, UInt8(offset)] + bytes[8...]
  }

  private func records(_ count: Int, of producer: Producer? = nil) -> RecordBatch {
    RecordBatch(
      baseTimestampMs: 0, records: (0..<count).map { _ in .init(key: nil, value: [1]) },
      producer: producer ?? .none, kind: producer == nil ? .plain : .transactional)
  }

  private func end(_ producer: Producer, commits: Bool) -> RecordBatch {
    RecordBatch(TransactionMarker(producer: producer, isCommit: commits), timestampMs: 0)
  }

  private func run(_ first: Int64, _ next: Int64, _ count: Int64) -> RecordRun {
    RecordRun(firstOffset: Offset(first), nextOffset: Offset(next), count: count)
  }

  @Test("a marker ends a run; a transaction that is aborted is behind the one before it")
  func transactions() throws {
    // 0-1 ours, 2 commit, 3-4 plain, 5-6 theirs, 7 plain, 8 abort, 9 plain.
    let bytes = log([
      records(2, of: ours), end(ours, commits: true), records(2), records(2, of: theirs),
      records(1), end(theirs, commits: false), records(1),
    ])
    let aborted = [FetchResponse.AbortedTransaction(producerId: 2, firstOffset: Offset(5))]
    let runs = try RecordBatches.runs(in: bytes, from: Offset(0), aborted: aborted)
    #expect(runs == [run(0, 3, 2), run(3, 7, 2), run(7, 9, 1), run(9, 10, 1)])
    let uncommitted = try RecordBatches.runs(in: bytes, from: Offset(0))
    #expect(uncommitted == [run(0, 3, 2), run(3, 9, 5), run(9, 10, 1)])
    let later = try RecordBatches.runs(in: bytes, from: Offset(6), aborted: aborted)
    #expect(later.first == run(7, 9, 1))
  }

  @Test("the same producer's next transaction counts again")
  func abortedThenCommitted() throws {
    // 0 ours, 1 abort, 2 ours, 3 commit.
    let bytes = log([
      records(1, of: ours), end(ours, commits: false), records(1, of: ours),
      end(ours, commits: true),
    ])
    let aborted = [FetchResponse.AbortedTransaction(producerId: 1, firstOffset: Offset(0))]
    #expect(
      try RecordBatches.runs(in: bytes, from: Offset(0), aborted: aborted) == [run(2, 4, 1)])
  }

  @Test("where nothing is for the application the position goes on all the same")
  func onlyMarkers() throws {
    let bytes = log([end(ours, commits: true), end(theirs, commits: true)])
    #expect(try RecordBatches.runs(in: bytes, from: Offset(0)) == [run(0, 2, 0)])
    #expect(try RecordBatches.runs(in: [], from: Offset(4)).isEmpty)
  }

  @Test("what compaction has left is split by its offsets")
  func compacted() throws {
    // Offsets 0, 1 and 9 of what once were ten.
    var batch = records(3).bytes
    let third = try #require(batch.lastIndex(of: 4))
    batch[third] = 18
    var writer = ByteWriter()
    writer.raw(batch[..<23] + [0, 0, 0, 9] + batch[27...])
    writer.patch(uint32: Crc32C.checksum(writer.bytes, from: 21), at: 17)
    let runs = try RecordBatches.runs(in: writer.bytes, from: Offset(0))
    #expect(runs == [run(0, 9, 2), run(9, 10, 1)])
    let second = try RecordBatches.runs(in: writer.bytes, from: Offset(1))
    #expect(second == [run(1, 9, 1), run(9, 10, 1)])
    #expect(try RecordBatches.runs(in: writer.bytes, from: Offset(2)) == [run(9, 10, 1)])
  }

  @Test("split runs have the records of the whole one, for all captured batches")
  func sums() throws {
    for sample in GoldenBatches.all {
      for place in sample.runs {
        let from = Offset(place.from)
        let whole = try RecordBatches.run(in: sample.bytes, from: from)
        let runs = try RecordBatches.runs(in: sample.bytes, from: from)
        #expect(runs.reduce(0) { $0 + $1.count } == whole.count)
        #expect(runs.last?.nextOffset ?? from == whole.nextOffset)
        for (one, next) in zip(runs, runs.dropFirst()) {
          #expect(one.nextOffset == next.firstOffset && one.count > 0)
          #expect(one.firstOffset + one.count < next.firstOffset)
        }
      }
    }
  }
}
