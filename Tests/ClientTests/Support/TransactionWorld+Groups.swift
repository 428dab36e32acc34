import Coordinator
import KafkaModel

@testable import Client

extension TransactionWorld {
  /// Adds an application that reads `in` in group `g` and writes to `out`.
  mutating func addLoop(
    _ name: String, id: TransactionalId?, version: TransactionVersion = .two,
    change: (inout ConsumerConfig) -> Void = { _ in }
  ) {
    add(name, id: id) { $0.transactionVersion = version }
    var config = ConsumerConfig(groupId: "g", clientId: ClientId(name), topics: ["in"])
    config.enableAutoCommit = false
    config.isolationLevel = .readCommitted
    config.autoOffsetReset = .earliest
    change(&config)
    applications[name]?.member = Member(
      config: config, processRatePerSecond: 100, generator: SeededGenerator(seed: 5),
      nowMs: nowMs, waitsAfterWork: true)
    applications[name]?.loop = TransformLoop(
      output: "out", outputPartitions: 2, isTransactional: id != nil)
    follow(applications[name]?.loop?.start() ?? [], name)
    settle()
  }

  /// Records of other applications.
  mutating func write(_ count: Int64, to partition: TopicPartition) {
    logs[partition, default: TransactionLog()].append(count)
    answerFetches()
    settle()
  }

  /// An application that is gone: it says and hears nothing more.
  mutating func kill(_ name: String) {
    applications[name] = nil
    parked.removeAll { $0.address.name == name }
  }

  /// Records of `out` by their fate.
  func count(_ fate: TransactionLog.Fate, in topic: TopicName = "out") -> Int64 {
    logs.filter { $0.key.topic == topic }.values.reduce(0) { $0 + $1.count(fate) }
  }

  /// The committed offsets of the group, added up.
  var committedOffsets: Int64 { groups.committed("g").reduce(0) { $0 + $1.offset.value } }
}

extension GroupCoordinator {
  /// What counts, by partition.
  func committed(_ group: GroupId) -> [PartitionOffset] {
    var copy = self
    let context = RequestContext(
      token: RequestToken(-1), apiVersion: 9, clientId: "", clientHost: "")
    let request = OffsetFetchRequest(groups: [.init(groupId: group, topics: nil)])
    let outcome = copy.handle(.offsetFetch(request), context, nowMs: 0)
    guard case .offsetFetch(let answer)? = outcome.replies.first?.response else { return [] }
    return (answer.groups.first?.topics ?? []).flatMap { topic in
      topic.partitions.map {
        PartitionOffset(TopicPartition(topic.name, $0.partitionIndex), $0.committedOffset)
      }
    }.sorted { $0.partition < $1.partition }
  }
}
