import Client
import Feed
import KafkaModel
import KafkaWire
import Live
import NIOCore

/// Writes records at a steady rate to each partition, with acks=all, one request a leader at a
/// time. What is not acknowledged is not counted and not sent again: it is ballast.
final class Producer {
  private let router: Router
  private let loop: any EventLoop
  private let ratePerSecond: Int64
  private let leaders: () -> [ObservedTopic]
  private var timer: Scheduled<Void>?
  private var lastMs: Int64
  /// Thousandths of a record that are due, by partition.
  private var due: [TopicPartition: Int64] = [:]
  private var busy: Set<BrokerId> = []
  private var isStopped = false
  private(set) var acknowledged: Int64 = 0

  /// The log's end after an acknowledged batch.
  var onAcknowledged: (TopicPartition, Offset) -> Void = { _, _ in }
  /// A leader says it is none.
  var onMoved: () -> Void = {}

  private static let tickMs: Int64 = 200
  /// After a pause of the broker no more is made good than this.
  private static let arrearsMs: Int64 = 1_000
  private static let batchLimit: Int64 = 10_000

  init(
    router: Router, ratePerSecond: Int64, loop: any EventLoop,
    leaders: @escaping () -> [ObservedTopic]
  ) {
    self.router = router
    self.loop = loop
    self.ratePerSecond = ratePerSecond
    self.leaders = leaders
    lastMs = MonotonicClock.systemMs()
  }

  func start() {
    if ratePerSecond > 0 { tick() }
  }

  func stop() {
    isStopped = true
    timer?.cancel()
  }

  private func tick() {
    if isStopped { return }
    let nowMs = MonotonicClock.systemMs()
    let most = ratePerSecond * Self.arrearsMs
    let more = ratePerSecond * (nowMs - lastMs)
    lastMs = nowMs
    let topics = leaders()
    for partition in topics.flatMap(\.partitions) {
      due[partition] = min(most, (due[partition] ?? 0) + more)
    }
    for leader in Set(topics.flatMap(\.leaders)).subtracting(busy) where leader != .none {
      produce(topics, to: leader)
    }
    timer = loop.assumeIsolated().scheduleTask(in: .milliseconds(Self.tickMs)) { self.tick() }
  }

  private func produce(_ topics: [ObservedTopic], to leader: BrokerId) {
    var counts: [TopicPartition: Int64] = [:]
    var request = ProduceRequest(timeoutMs: 5_000, topics: [])
    for topic in topics {
      var partitions: [ProduceRequest.Partition] = []
      for partition in topic.partitions where topic.leaders[Int(partition.partition)] == leader {
        let count = min(Self.batchLimit, (due[partition] ?? 0) / 1_000)
        if count == 0 { continue }
        counts[partition] = count
        due[partition, default: 0] -= count * 1_000
        partitions.append(
          ProduceRequest.Partition(index: partition.partition, records: Self.batch(count)))
      }
      if !partitions.isEmpty {
        request.topics.append(.init(name: topic.name, partitions: partitions))
      }
    }
    if request.topics.isEmpty { return }
    busy.insert(leader)
    router.send(.produce(request), to: .broker(leader), lane: .fetch, timeoutMs: 10_000) {
      self.busy.remove(leader)
      self.answered($0, counts)
    }
  }

  private func answered(
    _ result: Result<Response, BrokerFailure>, _ counts: [TopicPartition: Int64]
  ) {
    guard case .success(.produce(let answer)) = result else { return onMoved() }
    for topic in answer.responses {
      for partition in topic.partitions {
        let key = TopicPartition(topic.name, partition.index)
        guard let count = counts[key] else { continue }
        guard partition.errorCode == .none else {
          onMoved()
          continue
        }
        acknowledged += count
        guard partition.baseOffset.isSound else { continue }
        onAcknowledged(key, partition.baseOffset + count)
      }
    }
  }

  private static func batch(_ count: Int64) -> [UInt8] {
    let value = Array("regroup".utf8)
    let records = (0..<count).map { _ in RecordBatch.Entry(key: nil, value: value) }
    return RecordBatch(baseTimestampMs: MonotonicClock.wallMs(), records: records).bytes
  }
}
