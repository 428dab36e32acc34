import Coordinator
import KafkaModel

/// Draws requests of producers that make sense, or none, or almost some.
struct TransactionRequests: Sendable {
  private var chance: SeededGenerator
  /// Producers that a coordinator has told of, whether they still count or not.
  private var producers: [Producer] = []

  init(seed: UInt64) { chance = SeededGenerator(seed: seed) }

  private static let ids: [TransactionalId] = ["tx", "tx", "tx", "tx", "ty", "ty", "tz"]

  mutating func learn(_ producer: Producer) {
    guard producer.id >= 0, !producers.contains(producer) else { return }
    producers.append(producer)
    if producers.count > 30 { producers.removeFirst(10) }
  }

  /// A request and the version of its API.
  mutating func next(_ coordinator: TransactionCoordinator) -> (Request, Int16) {
    let id = isOdd(3) ? pick(["", "none"]) : pick(Self.ids)
    let transaction = coordinator.transaction(id)
    switch chance.int(in: 0...99) {
    case 0..<25: return (.initProducerId(initialize(id, transaction)), version(0...6))
    case 25..<55: return add(id, transaction)
    case 55..<65:
      let body = AddOffsetsToTxnRequest(
        transactionalId: id, producer: producer(transaction), groupId: pick(["g", "h", ""]))
      return (.addOffsetsToTxn(body), version(0...4))
    default:
      let body = EndTxnRequest(
        transactionalId: id, producer: producer(transaction), committed: isOdd(60))
      return (.endTxn(body), isOdd(50) ? 5 : version(0...4))
    }
  }

  private mutating func initialize(
    _ id: TransactionalId, _ transaction: Transaction?
  ) -> InitProducerIdRequest {
    let timeouts: [Int32] = [0, -1, 1, .min, .max, 900_000, 900_001]
    let timeoutMs = isOdd(10) ? pick(timeouts) : Int32(chance.int(in: 1000...60_000))
    return InitProducerIdRequest(
      transactionalId: isOdd(6) ? nil : id, transactionTimeoutMs: timeoutMs,
      producer: isOdd(50) ? .none : isOdd(5) ? half() : producer(transaction))
  }

  /// Clients of versions up to 3; partition leaders, who may only ask.
  private mutating func add(
    _ id: TransactionalId, _ transaction: Transaction?
  ) -> (Request, Int16) {
    let isLeader = isOdd(50)
    let body = AddPartitionsToTxnRequest(
      transactionalId: id, producer: producer(transaction), topics: topics(),
      verifyOnly: isLeader && isOdd(30))
    return (.addPartitionsToTxn(body), isLeader ? version(4...5) : version(0...3))
  }

  private mutating func topics() -> [AddPartitionsToTxnRequest.Topic] {
    (0..<chance.int(in: isOdd(5) ? 0...0 : 1...3)).map { _ in
      let name: TopicName = isOdd(5) ? pick(["", .consumerOffsets]) : pick(["t", "u"])
      let numbers = (0..<chance.int(in: isOdd(5) ? 0...0 : 1...3)).map { _ in
        isOdd(3) ? pick([-1, .max, .min]) : Int32(chance.int(in: 0...3))
      }
      return .init(name: name, partitions: numbers)
    }
  }

  /// The right one, one of before or after, another's, or none.
  private mutating func producer(_ transaction: Transaction?) -> Producer {
    let current = transaction?.value.producer ?? .none
    switch chance.int(in: 0...99) {
    case 0..<72: return current
    case 72..<79: return Producer(id: current.id, epoch: current.epoch &- 1)
    case 79..<84: return current.bumped
    case 84..<96: return producers.isEmpty ? .none : pick(producers)
    default: return odd(current)
    }
  }

  private mutating func odd(_ current: Producer) -> Producer {
    let epochs: [Int16] = [-1, 0, .max - 1, .max, .min]
    let ids: [Int64] = [current.id, current.id, -1, 0, .max, .min]
    return Producer(id: pick(ids), epoch: pick(epochs))
  }

  /// An id without an epoch, or the other way round.
  private mutating func half() -> Producer {
    pick([Producer(id: 7, epoch: -1), Producer(id: -1, epoch: 7)])
  }

  private mutating func version(_ range: ClosedRange<Int64>) -> Int16 {
    Int16(chance.int(in: range))
  }

  private mutating func isOdd(_ percent: Int64) -> Bool { chance.chance(percent: percent) }

  private mutating func pick<Value>(_ list: [Value]) -> Value {
    list[Int(chance.int(in: 0...Int64(list.count - 1)))]
  }
}
