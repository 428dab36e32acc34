import KafkaModel
import Testing

@testable import Coordinator

/// A transactional id's life at its coordinator.
@Suite struct TransactionTests {
  private let first = Producer(id: 0, epoch: 0)

  @Test func aTransactionIsDecidedThenMarkedThenComplete() {
    var broker = Broker()
    broker.holdsMarkers = true
    #expect(broker.initialize()?.producer == first)
    #expect(broker.add(0, first) == ErrorCode.none)
    #expect(broker.add(1, first) == ErrorCode.none)
    #expect(broker.end(first, commit: true)?.errorCode == ErrorCode.none)
    // Answered before any marker is written.
    #expect(broker.states == [.empty, .ongoing, .ongoing, .prepareCommit])
    #expect(broker.orders.first?.partitions.map(\.partition) == [0, 1])
    #expect(broker.orders.first?.marker.isCommit == true)
    #expect(broker.add(0, first) == .concurrentTransactions)
    #expect(broker.end(first, commit: true)?.errorCode == .concurrentTransactions)
    #expect(broker.initialize()?.errorCode == .concurrentTransactions)
    let order = broker.orders.removeFirst()
    broker.write(order, in: TopicPartition("t", 1))
    #expect(broker.transaction?.markersLeft == [TopicPartition("t", 0)])
    broker.write(order, in: TopicPartition("t", 1))
    #expect(broker.transaction?.value.state == .prepareCommit)
    broker.write(order, in: TopicPartition("t", 0))
    #expect(broker.states.last == .completeCommit)
    #expect(broker.transaction?.value.partitions == [])
    #expect(broker.add(0, first) == ErrorCode.none)
  }

  /// Not the producer, not another one, not its timeout: what is written down is carried out.
  @Test func whatIsDecidedStaysDecided() {
    for commit in [true, false] {
      var broker = Broker()
      broker.holdsMarkers = true
      broker.initialize(timeoutMs: 1_000)
      broker.add(0, first)
      broker.addOffsets(first)
      broker.end(first, commit: commit)
      let decided: TransactionState = commit ? .prepareCommit : .prepareAbort
      #expect(broker.end(first, commit: !commit)?.errorCode == .concurrentTransactions)
      #expect(broker.initialize()?.errorCode == .concurrentTransactions)
      broker.advance(byMs: 60_000)
      #expect(broker.transaction?.value.state == decided)
      #expect(broker.orders.map(\.marker.isCommit) == [commit])
      #expect(broker.orders.first?.partitions.map(\.topic) == [.consumerOffsets, "t"])
      broker.writeMarkers()
      #expect(broker.states == [.empty, .ongoing, .ongoing, decided, broker.states.last])
      #expect(broker.states.last == (commit ? .completeCommit : .completeAbort))
    }
  }

  /// (state, commit asked for, verdict), of a client that keeps its epoch.
  @Test func whatAnEndMeansDependsOnTheState() {
    let rows: [(committed: Bool?, commit: Bool, ErrorCode)] = [
      (nil, true, .invalidTxnState), (nil, false, .invalidTxnState),
      (true, true, .none), (true, false, .invalidTxnState),
      (false, false, .none), (false, true, .invalidTxnState),
    ]
    for (committed, commit, expected) in rows {
      var broker = Broker()
      broker.initialize()
      if let committed {
        broker.add(0, first)
        broker.end(first, commit: committed)
      }
      let written = broker.transactionLog.count
      #expect(broker.end(first, commit: commit)?.errorCode == expected)
      #expect(broker.transactionLog.count == written)
    }
  }

  /// The same with transaction.version 2: (before, epoch asked with, commit, verdict, epoch then).
  @Test func withVersionTwoTheEpochTellsARetryFromTheNextEnd() {
    let rows: [(committed: Bool?, epoch: Int16, commit: Bool, ErrorCode, Int16)] = [
      (nil, 0, false, .none, 1), (nil, 0, true, .invalidTxnState, -1),
      (nil, 1, false, .producerFenced, -1),
      (true, 0, true, .none, 1), (true, 0, false, .invalidTxnState, -1),
      (true, 1, false, .none, 2), (true, 1, true, .invalidTxnState, -1),
      (false, 0, false, .none, 1), (false, 0, true, .invalidTxnState, -1),
      (false, 1, false, .none, 2), (false, 1, true, .invalidTxnState, -1),
      (false, 2, false, .producerFenced, -1),
    ]
    for (committed, epoch, commit, expected, next) in rows {
      var broker = Broker()
      broker.initialize()
      if let committed {
        broker.add(0, first, version: 5)
        #expect(broker.end(first, commit: committed, version: 5)?.producer.epoch == 1)
      }
      let answer = broker.end(Producer(id: 0, epoch: epoch), commit: commit, version: 5)
      #expect(answer?.errorCode == expected, "\(String(describing: committed)) \(epoch) \(commit)")
      #expect(answer?.producer.epoch == next)
    }
  }

  @Test func aNewProducerFencesTheOldOne() {
    var broker = Broker()
    broker.initialize()
    broker.add(0, first)
    // Its transaction is aborted first; this epoch is nobody's.
    #expect(broker.initialize()?.errorCode == .concurrentTransactions)
    #expect(broker.states == [.empty, .ongoing, .prepareAbort, .completeAbort])
    let next = broker.initialize()?.producer
    #expect(next == Producer(id: 0, epoch: 2))
    #expect(broker.add(0, first) == .producerFenced)
    #expect(broker.add(0, first, version: 1) == .invalidProducerEpoch)
    #expect(broker.end(first, commit: true)?.errorCode == .producerFenced)
    #expect(broker.end(first, commit: true, version: 1)?.errorCode == .invalidProducerEpoch)
    #expect(broker.add(0, Producer(id: 7, epoch: 0)) == .invalidProducerIdMapping)
    #expect(broker.add(0, first, id: "another") == .invalidProducerIdMapping)
    #expect(broker.add(0, Producer(id: 0, epoch: 2)) == ErrorCode.none)
  }

  /// KIP-360: a producer that names what it has goes on, also where the answer was lost.
  @Test func aProducerMayAskForItsNextEpoch() {
    var broker = Broker()
    broker.initialize()
    let second = Producer(id: 0, epoch: 1)
    #expect(broker.initialize(producer: first)?.producer == second)
    #expect(broker.initialize(producer: first)?.producer == second)
    #expect(broker.initialize()?.producer == Producer(id: 0, epoch: 2))
    #expect(broker.initialize(producer: first)?.errorCode == .producerFenced)
    #expect(broker.initialize(producer: second)?.errorCode == .producerFenced)
    #expect(broker.initialize(producer: first, version: 3)?.errorCode == .invalidProducerEpoch)
    #expect(broker.initialize(producer: Producer(id: 0, epoch: -1))?.errorCode == .invalidRequest)
  }

  @Test func afterTheLastEpochComesAnotherId() {
    var broker = Broker()
    broker.initialize()
    let last = Producer(id: 0, epoch: .max - 1)
    var value = broker.transactionLog[0].value
    value?.producer = last
    broker.take(
      broker.transactions.load(
        [TransactionRecord(transactionalId: Broker.producing, value: value)], nowMs: 0))
    broker.add(0, last, version: 5)
    let next = Producer(id: 1, epoch: 0)
    #expect(broker.end(last, commit: true, version: 5)?.producer == next)
    #expect(broker.transaction?.value.producer == next)
    // The client has not heard of it.
    #expect(broker.end(last, commit: true, version: 5)?.producer == next)
    #expect(broker.end(last, commit: false, version: 5)?.errorCode == .invalidTxnState)
    #expect(broker.add(0, next, version: 5) == ErrorCode.none)
  }

  @Test func onlyIdempotentProducersNeedNoCoordinator() {
    var broker = Broker()
    broker.take(broker.transactions.unload(nowMs: 0))
    #expect(broker.initialize(nil)?.producer == first)
    #expect(broker.initialize(nil)?.producer == Producer(id: 1, epoch: 0))
    #expect(broker.initialize()?.errorCode == .notCoordinator)
    #expect(broker.transactionLog.isEmpty)
  }

  @Test func senselessRequestsAreRefused() {
    var broker = Broker()
    #expect(broker.initialize("")?.errorCode == .invalidRequest)
    #expect(broker.initialize(timeoutMs: 900_001)?.errorCode == .invalidTransactionTimeout)
    #expect(broker.initialize(timeoutMs: 0)?.errorCode == .invalidTransactionTimeout)
    #expect(broker.add(0, first, id: "") == .invalidRequest)
    #expect(broker.end(first, commit: true, id: "")?.errorCode == .invalidRequest)
    #expect(broker.end(first, commit: true)?.errorCode == .invalidProducerIdMapping)
  }

  /// A partition's leader asks before it takes a batch (KIP-890).
  @Test func leadersAskWhetherAPartitionWasAdded() {
    var broker = Broker()
    broker.initialize()
    #expect(broker.add(0, first, version: 5, verifyOnly: true) == .transactionAbortable)
    broker.add(0, first)
    #expect(broker.add(0, first, version: 5, verifyOnly: true) == ErrorCode.none)
    #expect(broker.add(1, first, version: 5, verifyOnly: true) == .transactionAbortable)
    #expect(
      broker.add(0, Producer(id: 0, epoch: 1), version: 5, verifyOnly: true) == .producerFenced)
    broker.holdsMarkers = true
    broker.end(first, commit: true)
    #expect(broker.add(0, first, version: 5, verifyOnly: true) == .concurrentTransactions)
  }

  @Test func offsetsAddTheGroupsPartition() {
    var broker = Broker()
    broker.initialize()
    #expect(broker.addOffsets(first) == ErrorCode.none)
    let place = Broker.group.offsetsPartition()
    #expect(broker.transaction?.value.partitions == [TopicPartition(.consumerOffsets, place)])
    #expect(broker.addOffsets(first) == ErrorCode.none)
    #expect(broker.states == [.empty, .ongoing])
  }

  @Test func aWriteThatFailsChangesNothing() {
    var broker = Broker()
    broker.holdsWrites = true
    #expect(broker.initialize() == nil)
    #expect(broker.initialize()?.errorCode == .concurrentTransactions)
    broker.confirmTransaction(error: .notEnoughReplicas)
    #expect(broker.transaction?.isWritten == false)
    #expect(broker.initialize() == nil)
    broker.confirmTransaction()
    #expect(broker.transaction?.value.producer == first)
    #expect(broker.add(0, first) == nil)
    broker.confirmTransaction(error: .notLeaderOrFollower)
    #expect(broker.transaction?.value.state == .empty)
    #expect(broker.add(0, first) == nil)
    broker.confirmTransaction()
    #expect(broker.end(first, commit: true) == nil)
    broker.confirmTransaction()
    #expect(broker.transaction?.value.state == .prepareCommit)
    // The end cannot be undone any more: it is tried again.
    broker.confirmTransaction(error: .requestTimedOut)
    broker.confirmTransaction()
    #expect(broker.transaction?.value.state == .completeCommit)
  }
}
