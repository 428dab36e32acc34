import KafkaModel
import Testing

@testable import Coordinator

/// What survives a move of the transaction coordinator.
@Suite struct TransactionLogTests {
  /// load(records) = hard state, after random lives; and the bytes of every record come back.
  @Test func loadingTheLogGivesTheHardState() throws {
    for seed in 1...30 as ClosedRange<UInt64> {
      var life = TransactionalLife(seed: seed)
      for _ in 0..<150 { life.step() }
      var other = Broker()
      other.holdsMarkers = true
      other.take(other.transactions.load(life.broker.transactionLog, nowMs: life.broker.nowMs))
      #expect(
        other.transactions.hardState == life.broker.transactions.hardState, "seed \(seed)")
      for record in life.broker.transactionLog {
        let again = try TransactionRecord(key: record.keyBytes, value: record.value?.bytes)
        #expect(again == record)
      }
    }
  }

  /// What a real broker wrote to `__transaction_state` for two transactions, one that committed
  /// and one that aborted.
  @Test func theRecordsAreTheRealBrokers() throws {
    var config = CoordinatorConfig()
    config.offsetsTopicPartitions = 2
    var broker = Broker(config)
    broker.transactions.producerIds.foretold = [1]
    let producer = Producer(id: 1, epoch: 0)
    broker.initialize(version: 4)
    for commit in [true, false] {
      let request = AddOffsetsToTxnRequest(
        transactionalId: Broker.producing, producer: producer,
        groupId: "g-consumer-offsets-raw-static-txn")
      broker.send(.addOffsetsToTxn(request), version: 3)
      broker.end(producer, commit: commit, version: 3)
    }
    let theirs = try Self.captured.map { try #require(try TransactionLogValue(bytes: bytes($0))) }
    #expect(broker.transactionLog.compactMap(\.value).map(timeless) == theirs.map(timeless))
    for (value, hex) in zip(theirs, Self.captured) { #expect(try value.bytes == bytes(hex)) }
  }

  private static let captured = [
    "0001000000000000000100000000ea600000000001a202c18120ffffffffffffffff01000800"
      + "00000000000001",
    "0001000000000000000100000000ea600102135f5f636f6e73756d65725f6f66667365747302"
      + "0000000000000001a202c18130000001a202c181300100080000000000000001",
    "0001000000000000000100000000ea600202135f5f636f6e73756d65725f6f66667365747302"
      + "0000000000000001a202c181a8000001a202c181300100080000000000000001",
    "0001000000000000000100000000ea600401000001a202c181ae000001a202c1813001000800"
      + "00000000000001",
    "0001000000000000000100000000ea600102135f5f636f6e73756d65725f6f66667365747302"
      + "0000000000000001a202c182e1000001a202c182e10100080000000000000001",
    "0001000000000000000100000000ea600302135f5f636f6e73756d65725f6f66667365747302"
      + "0000000000000001a202c182f3000001a202c182e10100080000000000000001",
    "0001000000000000000100000000ea600501000001a202c182f7000001a202c182e101000800"
      + "00000000000001",
  ]

  private func timeless(_ value: TransactionLogValue) -> TransactionLogValue {
    var value = value
    value.lastUpdateMs = 0
    if value.startMs > 0 { value.startMs = 0 }
    return value
  }

  private func bytes(_ hex: String) -> [UInt8] {
    let digits = Array(hex.utf8).compactMap { UInt8(String(UnicodeScalar($0)), radix: 16) }
    return stride(from: 0, to: digits.count - 1, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
  }

  /// What was decided is carried out by whoever takes over; twice is as good as once.
  @Test func aNewCoordinatorWritesTheMarkersAgain() {
    var broker = Broker()
    broker.holdsMarkers = true
    let producer = Producer(id: 0, epoch: 0)
    broker.initialize()
    broker.add(0, producer)
    broker.end(producer, commit: true)
    let old = broker.orders.removeFirst()
    broker.take(broker.transactions.unload(nowMs: 5))
    broker.take(broker.transactions.startLoading(nowMs: 5))
    #expect(broker.initialize()?.errorCode == .coordinatorLoadInProgress)
    broker.take(broker.transactions.load(broker.transactionLog, nowMs: 9))
    #expect(broker.orders.map(\.marker.coordinatorEpoch) == [1])
    #expect(broker.orders.map(\.partitions) == [old.partitions])
    broker.write(old, in: old.partitions[0])
    #expect(broker.transaction?.value.state == .prepareCommit)
    broker.writeMarkers()
    #expect(broker.transaction?.value.state == .completeCommit)
  }

  @Test func anOpenTransactionStaysOpenAndRunsOutOfTime() {
    var broker = Broker()
    let producer = Producer(id: 0, epoch: 0)
    broker.initialize(timeoutMs: 1_000)
    broker.add(0, producer)
    broker.advance(toMs: 5_000)
    broker.transactionTimers = []
    broker.take(broker.transactions.load(broker.transactionLog, nowMs: broker.nowMs))
    #expect(broker.add(1, producer) == ErrorCode.none)
    broker.advance(toMs: 15_000)
    #expect(broker.transaction?.value.state == .completeAbort)
  }

  @Test func whoWaitsHearsNotCoordinator() {
    var broker = Broker()
    broker.initialize()
    broker.holdsWrites = true
    let producer = Producer(id: 0, epoch: 0)
    #expect(broker.add(0, producer) == nil)
    let count = broker.answers.count
    broker.take(broker.transactions.unload(nowMs: 0))
    #expect(broker.answers.count == count + 1)
    broker.confirmTransaction()
    #expect(broker.transaction == nil)
  }
}

/// Two transactional ids whose producers do whatever a seed says, sense or not.
struct TransactionalLife {
  var broker = Broker()
  private var chance: SeededGenerator
  private var producers = [Producer.none]

  init(seed: UInt64) { chance = SeededGenerator(seed: seed) }

  mutating func step() {
    let id: TransactionalId = chance.chance(percent: 50) ? "tx" : "other"
    let producer = producers[Int(chance.int(in: 0...Int64(producers.count - 1)))]
    broker.holdsMarkers = chance.chance(percent: 30)
    let version: Int16 = chance.chance(percent: 50) ? 3 : 5
    switch chance.int(in: 0...8) {
    case 0:
      let isKnown = chance.chance(percent: 50)
      if let made = broker.initialize(id, producer: isKnown ? producer : .none)?.producer {
        producers.append(made)
      }
    case 1, 2: broker.add(Int32(chance.int(in: 0...3)), producer, id: id, version: version)
    case 3: broker.addOffsets(producer, id: id)
    case 4, 5:
      let commit = chance.chance(percent: 50)
      if let answer = broker.end(producer, commit: commit, id: id, version: version),
        answer.producer != .none
      {
        producers.append(answer.producer)
      }
    case 6: if !broker.orders.isEmpty { broker.writeMarkers() }
    case 7:
      if let current = broker.transactions.transaction(id)?.value.producer {
        producers.append(current)
      }
    default: broker.advance(byMs: chance.int(in: 0...70_000))
    }
  }
}
