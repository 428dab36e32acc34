import KafkaModel
import Testing

@testable import Coordinator

/// What a transaction coordinator does by itself.
@Suite struct TransactionTimeTests {
  private let first = Producer(id: 0, epoch: 0)

  @Test func aTransactionThatTakesTooLongIsAbortedAtTheNextScan() {
    var broker = Broker()
    broker.advance(toMs: 500)
    broker.initialize(timeoutMs: 1_000)
    broker.add(0, first)
    broker.advance(toMs: 9_999)
    #expect(broker.transaction?.value.state == .ongoing)
    broker.advance(toMs: 10_000)
    #expect(broker.states == [.empty, .ongoing, .prepareAbort, .completeAbort])
    #expect(broker.transaction?.value.producer == Producer(id: 0, epoch: 1))
    #expect(
      broker.transactionHappenings.contains { $0.fact == .producerFenced(first, .timedOut) })
    #expect(broker.end(first, commit: true)?.errorCode == .producerFenced)
    #expect(broker.initialize()?.producer == Producer(id: 0, epoch: 2))
  }

  /// With version 2 an abort that comes too late is as good as the coordinator's; a commit is not.
  @Test func aLateEndHearsWhatWasDecided() {
    var broker = Broker()
    broker.initialize(timeoutMs: 1_000)
    broker.add(0, first, version: 5)
    broker.advance(toMs: 10_000)
    #expect(broker.end(first, commit: true, version: 5)?.errorCode == .invalidTxnState)
    let aborted = broker.end(first, commit: false, version: 5)
    #expect(aborted?.producer == Producer(id: 0, epoch: 1))
    // Nobody passes for it: the coordinator's epoch was nobody's.
    #expect(broker.initialize(producer: first)?.errorCode == .producerFenced)
  }

  @Test func oneThatIsInTimeIsLeftAlone() {
    var broker = Broker()
    broker.initialize(timeoutMs: 15_000)
    broker.add(0, first)
    broker.advance(toMs: 15_000)
    #expect(broker.transaction?.value.state == .ongoing)
    broker.advance(toMs: 20_000)
    #expect(broker.transaction?.value.state == .completeAbort)
    broker.advance(toMs: 90_000)
    // Nothing is open: only the search for old ids goes on.
    #expect(broker.transactionTimers.map(\.scan) == [.expired])
  }

  /// Neither when its producer came nor when the last partition was added.
  @Test func aTransactionIsAsOldAsItsFirstPartition() {
    var broker = Broker()
    broker.initialize(timeoutMs: 9_000)
    broker.advance(toMs: 8_000)
    #expect(broker.transaction?.value.startMs == -1)
    broker.add(0, first)
    broker.advance(toMs: 12_000)
    broker.add(1, first)
    #expect(broker.transaction?.value.startMs == 8_000)
    broker.advance(toMs: 19_999)
    #expect(broker.transaction?.value.state == .ongoing)
    broker.advance(toMs: 20_000)
    #expect(broker.transaction?.value.state == .completeAbort)
    let next = broker.initialize()?.producer ?? .none
    broker.advance(toMs: 25_000)
    broker.add(0, next)
    #expect(broker.transaction?.value.startMs == 25_000)
  }

  @Test func anIdThatNobodyUsesIsForgotten() {
    var broker = Broker()
    broker.initialize()
    broker.add(0, first)
    broker.advance(toMs: 604_800_000)
    #expect(broker.transaction?.value.state == .completeAbort)
    broker.advance(byMs: 3_700_000)
    #expect(broker.transaction == nil)
    #expect(broker.transactionLog.last?.value == nil)
    #expect(broker.transactionHappenings.last?.fact == .idExpired)
    #expect(broker.add(0, Producer(id: 0, epoch: 1)) == .invalidProducerIdMapping)
    #expect(broker.initialize()?.producer == Producer(id: 1, epoch: 0))
  }
}
