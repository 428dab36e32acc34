import KafkaModel
import Testing

@testable import Coordinator

/// What no client sends, and what comes late or twice: found by `TransactionStorm`.
@Suite struct OddTransactionTests {
  private let first = Producer(id: 0, epoch: 0)

  /// A client of an old version has the same producer, and perhaps the same partitions, from
  /// transaction to transaction.
  @Test func aMarkerThatIsToldTwiceIsNotTheNextTransactions() {
    var broker = Broker()
    broker.holdsMarkers = true
    broker.initialize()
    var orders: [MarkerOrder] = []
    for _ in 0..<2 {
      broker.add(0, first)
      #expect(broker.end(first, commit: true)?.errorCode == ErrorCode.none)
      orders += broker.orders
      broker.orders = []
      guard orders.count == 1 else { continue }
      broker.write(orders[0], in: TopicPartition("t", 0))
      #expect(broker.transaction?.value.state == .completeCommit)
    }
    broker.write(orders[0], in: TopicPartition("t", 0))
    #expect(broker.transaction?.value.state == .prepareCommit)
    #expect(broker.transaction?.markersLeft == [TopicPartition("t", 0)])
    broker.write(orders[1], in: TopicPartition("t", 0))
    #expect(broker.transaction?.value.state == .completeCommit)
  }

  /// Before it is asked who coordinates the id.
  @Test func senselessRequestsAreRefusedByAnybody() {
    var broker = Broker()
    broker.take(broker.transactions.unload(nowMs: 0))
    for _ in 0..<2 {
      #expect(broker.initialize("")?.errorCode == .invalidRequest)
      #expect(broker.initialize(timeoutMs: 0)?.errorCode == .invalidTransactionTimeout)
      #expect(broker.add(0, first, id: "") == .invalidRequest)
      #expect(broker.add(0, first, id: "", version: 5, verifyOnly: true) == .invalidRequest)
      #expect(broker.addOffsets(first, id: "") == .invalidRequest)
      #expect(broker.end(first, commit: true, id: "")?.errorCode == .invalidRequest)
      broker.take(broker.transactions.startLoading(nowMs: 0))
    }
  }

  @Test func anIdWithoutAnEpochIsNoProducer() {
    var broker = Broker()
    for producer in [Producer(id: 7, epoch: -1), Producer(id: -1, epoch: 7)] {
      #expect(broker.initialize(nil, producer: producer)?.errorCode == .invalidRequest)
    }
    #expect(broker.initialize(nil)?.producer == first)
  }

  /// The id is made, its first record could not be written, and somebody guesses it.
  @Test func nobodyAddsPartitionsBeforeThereIsAnEpoch() {
    var broker = Broker()
    broker.holdsWrites = true
    #expect(broker.initialize() == nil)
    broker.confirmTransaction(error: .notEnoughReplicas)
    let guessed = Producer(id: 0, epoch: -1)
    #expect(broker.add(0, guessed) == .unknownServerError)
    #expect(broker.addOffsets(guessed) == .unknownServerError)
    #expect(broker.transaction?.pending == nil)
  }

  /// Kafka cannot tell whether it is a zombie or has missed an answer, and gives up.
  @Test func theLastEpochIsNotAskedForFromAFormerOne() {
    var broker = Broker()
    let value = TransactionLogValue(
      producer: Producer(id: 5, epoch: .max - 2), timeoutMs: 1_000, state: .empty,
      lastUpdateMs: 0)
    broker.take(
      broker.transactions.load(
        [TransactionRecord(transactionalId: Broker.producing, value: value)], nowMs: 0))
    let last = Producer(id: 5, epoch: .max - 1)
    #expect(broker.initialize(producer: value.producer)?.producer == last)
    #expect(broker.initialize(producer: value.producer)?.errorCode == .unknownServerError)
    #expect(broker.initialize(producer: last)?.producer == Producer(id: 6, epoch: 0))
  }

  /// (18) RECORD_LIST_TOO_LARGE, (20) NOT_ENOUGH_REPLICAS_AFTER_APPEND.
  @Test(arguments: [(18, -1), (20, 15)] as [(Int16, Int16)])
  func appendsErrorsAreNotAClients(error: Int16, told: Int16) {
    var broker = Broker()
    broker.holdsWrites = true
    let request = InitProducerIdRequest(
      transactionalId: Broker.producing, transactionTimeoutMs: 1_000)
    let token = broker.send(.initProducerId(request), version: 5)
    broker.confirmTransaction(error: ErrorCode(error))
    guard case .initProducerId(let answer)? = broker.answer(token) else {
      Issue.record("no answer")
      return
    }
    #expect(answer.errorCode == ErrorCode(told))
  }

  @Test func offsetsOfNoGroupAreNotDeleted() {
    var broker = Broker()
    let topic = OffsetDeleteRequest.Topic(name: "t", partitions: [.init(partitionIndex: 0)])
    let token = broker.send(.offsetDelete(OffsetDeleteRequest(groupId: "", topics: [topic])))
    guard case .offsetDelete(let answer)? = broker.answer(token) else {
      Issue.record("no answer")
      return
    }
    #expect(answer.errorCode == .invalidGroupId)
  }
}
