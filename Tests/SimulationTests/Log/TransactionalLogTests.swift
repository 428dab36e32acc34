import Coordinator
import KafkaModel
import Testing

@testable import Simulation

/// Two producers and plain records in one partition: what readers get, and up to where.
struct TransactionalLogTests {
  private var log = PartitionLog(TopicPartition("t", 0), rate: 0, fromMs: 0)
  private var sequences: [Int64: Int32] = [:]

  private mutating func write(_ count: Int32, by id: Int64, epoch: Int16 = 0) -> Offset? {
    let batch = ProducedBatch(
      producer: Producer(id: id, epoch: epoch), firstSequence: sequences[id] ?? 0,
      recordCount: count, isTransactional: true)
    guard case .new(let offset) = log.append(batch, nowMs: 0) else { return nil }
    sequences[id, default: 0] += count
    return offset
  }

  private mutating func end(_ id: Int64, commit: Bool, coordinator: Int32 = 0) -> Offset? {
    let marker = TransactionMarker(
      producer: Producer(id: id, epoch: 0), isCommit: commit, coordinatorEpoch: coordinator)
    return log.append(marker, nowMs: 0)?.offset
  }

  private func read(
    _ from: Int64, atMost room: Int64 = 99, _ isolation: IsolationLevel = .readCommitted
  ) -> [Int64]? {
    log.read(from: Offset(from), atMost: room, isolation, atMs: 0).map {
      [$0.firstOffset.value, $0.count, $0.nextOffset.value]
    }
  }

  private var stable: Int64 { log.limit(.readCommitted, atMs: 0).value }

  /// 0–2 plain, 3–4 of 1, 5 plain, 6–8 of 2, 9 COMMIT of 2, 10 plain, 11 ABORT of 1, 12 plain.
  private mutating func fill() {
    log.append(3, nowMs: 0)
    #expect(write(2, by: 1) == Offset(3))
    log.append(1, nowMs: 0)
    #expect(write(3, by: 2) == Offset(6))
    #expect(end(2, commit: true) == Offset(9))
    log.append(1, nowMs: 0)
    #expect(end(1, commit: false) == Offset(11))
    log.append(1, nowMs: 0)
  }

  @Test mutating func `the oldest open transaction holds back all behind it`() {
    log.append(3, nowMs: 0)
    #expect(stable == 3)
    _ = write(2, by: 1)
    _ = write(3, by: 2)
    #expect(stable == 3 && log.firstOpen == Offset(3))
    #expect(read(0) == [0, 3, 3])
    #expect(read(3) == nil)
    #expect(read(3, .readUncommitted) == [3, 5, 8])
    _ = end(2, commit: true)
    #expect(stable == 3 && log.firstOpen == Offset(3))
    _ = end(1, commit: true)
    #expect(stable == 10 && log.firstOpen == nil)
    #expect(log.arrivalMs(of: Offset(9), .readCommitted) == 0)
  }

  @Test mutating func `aborted records and markers are passed over`() {
    fill()
    #expect(stable == 13)
    // Up to the aborted ones, and on behind them.
    #expect(read(0) == [0, 3, 5])
    #expect(read(3) == [5, 4, 10])
    #expect(read(5) == [5, 4, 10])
    #expect(read(9) == [10, 1, 12])
    #expect(read(11) == [12, 1, 13])
    #expect(read(13) == nil)
    #expect(read(0, .readUncommitted) == [0, 9, 10])
    #expect(read(10, .readUncommitted) == [10, 1, 12])
  }

  @Test mutating func `room ends a run before the next gap does`() {
    fill()
    #expect(read(0, atMost: 2) == [0, 2, 2])
    #expect(read(2, atMost: 1) == [2, 1, 5])
    #expect(read(3, atMost: 1) == [5, 1, 6])
    #expect(read(6, atMost: 2) == [6, 2, 8])
    #expect(read(8, atMost: 1) == [8, 1, 10])
  }

  @Test mutating func `a log that ends with a gap moves the position alone`() {
    _ = write(2, by: 1)
    #expect(read(0) == nil)
    _ = end(1, commit: false)
    #expect(read(0) == [3, 0, 3])
    #expect(read(0, .readUncommitted) == [0, 2, 3])
  }

  /// From any offset on, with any room, a reader gets what is committed, once and in order.
  @Test mutating func `every way through the log gives the same records`() {
    fill()
    for room in Int64(1)...14 {
      for (isolation, wanted) in [
        (IsolationLevel.readCommitted, [0, 1, 2, 5, 6, 7, 8, 10, 12] as [Int64]),
        (.readUncommitted, [0, 1, 2, 3, 4, 5, 6, 7, 8, 10, 12]),
      ] {
        var got: [Int64] = []
        var position = Offset(0)
        while let run = log.read(from: position, atMost: room, isolation, atMs: 0) {
          #expect(run.nextOffset > position && run.count <= room)
          got += (0..<run.count).map { run.firstOffset.value + $0 }
          position = run.nextOffset
        }
        #expect(got == wanted, "room \(room)")
        #expect(log.recordCount(below: Offset(13), isolation) == Int64(wanted.count))
      }
    }
    #expect(log.recordCount(below: Offset(4), .readCommitted) == 3)
    #expect(log.recordCount(below: Offset(4), .readUncommitted) == 4)
  }

  @Test mutating func `only what no transaction can take back is decided`() {
    fill()
    _ = write(2, by: 2)
    #expect(log.decidedCount(Offset(0)..<Offset(13)) == 9)
    #expect(log.decidedCount(Offset(4)..<Offset(10)) == 4)
    #expect(log.decidedCount(Offset(12)..<Offset(15)) == 1)
    #expect(log.decidedCount(Offset(5)..<Offset(9)) == 4)
  }

  @Test mutating func `a marker of an older coordinator is refused`() {
    _ = write(2, by: 1)
    #expect(end(1, commit: true, coordinator: 2) == Offset(2))
    _ = write(2, by: 1)
    #expect(end(1, commit: false, coordinator: 1) == nil)
    #expect(log.firstOpen == Offset(3))
  }

  @Test mutating func `a batch that comes again is where it was`() {
    _ = write(2, by: 1)
    let again = ProducedBatch(
      producer: Producer(id: 1, epoch: 0), firstSequence: 0, recordCount: 2,
      isTransactional: true)
    guard case .duplicate(Offset(0)) = log.append(again, nowMs: 0) else {
      Issue.record("written twice")
      return
    }
    #expect(log.end(atMs: 0) == Offset(2))
  }
}
