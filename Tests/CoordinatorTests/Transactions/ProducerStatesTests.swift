import KafkaModel
import Testing

@testable import Coordinator

/// A partition's view of producers and transactions.
@Suite struct ProducerStatesTests {
  /// A log that knows where it ends.
  private struct Log {
    var states = ProducerStates()
    var end = Offset(0)

    mutating func append(
      _ producer: Producer, sequence: Int32 = -1, count: Int32 = 1, isTransactional: Bool = true
    ) -> BatchVerdict {
      let batch = ProducerBatch(
        producer: producer, firstSequence: sequence, recordCount: count,
        isTransactional: isTransactional, baseOffset: end, lastOffset: end + (Int64(count) - 1))
      let verdict = states.verdict(on: batch)
      guard verdict == .new else { return verdict }
      states.append(batch)
      end = end + Int64(count)
      return verdict
    }

    mutating func end(_ producer: Producer, commit: Bool) {
      states.append(TransactionMarker(producer: producer, isCommit: commit), at: end)
      end = end + 1
    }

    var stable: Int64 { states.lastStableOffset(highWatermark: end).value }
  }

  private let one = Producer(id: 1, epoch: 0)
  private let two = Producer(id: 2, epoch: 0)

  @Test func oneOpenTransactionHoldsUpEverythingBehindIt() {
    var log = Log()
    #expect(log.append(two, count: 3, isTransactional: false) == .new)
    #expect(log.stable == 3)
    #expect(log.append(one, count: 2) == .new)
    #expect(log.append(two, count: 2, isTransactional: false) == .new)
    #expect(log.stable == 3)
    #expect(log.states.isOpen(one) && !log.states.isOpen(two))
    #expect(log.states.open == [OpenTransaction(producer: one, first: Offset(3))])
    log.end(one, commit: true)
    // The marker has an offset of its own.
    #expect(log.stable == 8)
    #expect(log.states.aborted(from: Offset(0), to: Offset(8)).isEmpty)
  }

  @Test func theOldestOfSeveralCounts() {
    var log = Log()
    #expect(log.append(one) == .new)
    #expect(log.append(two) == .new)
    log.end(one, commit: false)
    #expect(log.stable == 1)
    log.end(two, commit: false)
    #expect(log.stable == 4)
  }

  @Test func aMarkerCountsWhenAllReplicasHaveIt() {
    var log = Log()
    #expect(log.append(one, count: 2) == .new)
    log.end(one, commit: true)
    for (highWatermark, stable) in [(0, 0), (2, 0), (3, 3)] as [(Int64, Int64)] {
      let found = log.states.lastStableOffset(highWatermark: Offset(highWatermark))
      #expect(found == Offset(stable))
    }
    log.states.replicated(to: Offset(3))
    #expect(log.states.lastStableOffset(highWatermark: Offset(3)) == Offset(3))
  }

  /// Transactions of producer 1 in 0…2 and of producer 2 in 3…5, both aborted.
  @Test func readersHearOfTheAbortedTransactionsInTheirRange() {
    var log = Log()
    for producer in [one, two] {
      #expect(log.append(producer, count: 2) == .new)
      log.end(producer, commit: false)
    }
    let rows: [(Int64, Int64, [Int64])] = [
      (0, 6, [1, 2]), (2, 3, [1]), (3, 6, [2]), (0, 3, [1]), (0, 4, [1, 2]), (6, 6, []),
    ]
    for (from, to, producers) in rows {
      let found = log.states.aborted(from: Offset(from), to: Offset(to))
      #expect(found.map(\.producerId) == producers, "\(from) ..< \(to)")
    }
    log.states.trim(to: Offset(3))
    #expect(log.states.aborted(from: Offset(0), to: Offset(6)).map(\.firstOffset.value) == [3])
  }

  @Test func aTransactionWithoutRecordsIsNoAbortedOne() {
    var log = Log()
    log.end(one, commit: false)
    #expect(log.stable == 1)
    #expect(log.states.aborted(from: Offset(0), to: Offset(1)).isEmpty)
  }

  @Test func sequencesFindDuplicatesAndGaps() {
    var log = Log()
    for number in 0..<6 as Range<Int32> {
      #expect(log.append(one, sequence: 2 * number, count: 2, isTransactional: false) == .new)
    }
    // The last five are known.
    let verdict = log.append(one, sequence: 2, count: 2, isTransactional: false)
    guard case .duplicate(let batch) = verdict else {
      Issue.record("not found again")
      return
    }
    #expect(batch.baseOffset == Offset(2))
    for sequence in [0, 2, 5, 13, 11] as [Int32] {
      #expect(
        log.append(one, sequence: sequence, isTransactional: false)
          == .refused(.outOfOrderSequenceNumber))
    }
    #expect(log.append(one, sequence: 12, isTransactional: false) == .new)
    // Of a producer that is not known any sequence will do.
    #expect(log.append(two, sequence: 40, isTransactional: false) == .new)
  }

  @Test func aNewEpochBeginsWithZeroAndFencesTheOldOne() {
    var log = Log()
    #expect(log.append(one, sequence: 0, isTransactional: false) == .new)
    let next = Producer(id: 1, epoch: 1)
    #expect(
      log.append(next, sequence: 1, isTransactional: false) == .refused(.outOfOrderSequenceNumber))
    #expect(log.append(next, sequence: 0, isTransactional: false) == .new)
    #expect(
      log.append(one, sequence: 1, isTransactional: false) == .refused(.invalidProducerEpoch))
  }

  /// transaction.version 2: the marker has the next epoch already.
  @Test func aMarkerMayBumpTheEpoch() {
    var log = Log()
    #expect(log.append(one, sequence: 0) == .new)
    let next = Producer(id: 1, epoch: 1)
    log.end(next, commit: true)
    #expect(log.append(one, sequence: 1) == .refused(.invalidProducerEpoch))
    #expect(log.append(next, sequence: 0) == .new)
    let late = TransactionMarker(producer: one, isCommit: true)
    #expect(log.states.error(of: late) == .invalidProducerEpoch)
  }

  @Test func amongATransactionsRecordsNothingElseIsTaken() {
    var log = Log()
    #expect(log.append(one) == .new)
    #expect(log.append(one, isTransactional: false) == .refused(.invalidTxnState))
  }

  @Test func sequencesGoRound() {
    var log = Log()
    #expect(log.append(one, sequence: .max - 1, count: 2, isTransactional: false) == .new)
    #expect(log.append(one, sequence: 0, isTransactional: false) == .new)
    let around = ProducerBatch(
      producer: one, firstSequence: .max, recordCount: 3, baseOffset: Offset(0),
      lastOffset: Offset(2))
    #expect(around.lastSequence == 1)
  }
}
