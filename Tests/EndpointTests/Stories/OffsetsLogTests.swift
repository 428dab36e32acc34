import KafkaModel
import Testing

@testable import Coordinator
@testable import Endpoint

/// Compaction must not change what a coordinator is loaded from.
@Suite struct OffsetsLogTests {
  @Test func aCompactedLogGivesTheSameState() {
    for seed in 1...60 as ClosedRange<UInt64> {
      var chance = SeededGenerator(seed: seed)
      var log = OffsetsLog(partitions: 2)
      for _ in 0..<80 {
        log.append([record(&chance)])
        if chance.chance(percent: 5) { log.compact() }
      }
      let whole = state(log.all)
      log.compact()
      #expect(log.all.count <= 40)
      #expect(state(log.all) == whole, "seed \(seed)")
    }
  }

  private func state(_ records: [CoordinatorRecord]) -> [[CoordinatorRecord]] {
    var coordinator = coordinator()
    _ = coordinator.load(records, nowMs: 0)
    let ids: [GroupId] = ["a", "b", "c"]
    let before = ids.map { coordinator.hardState.records(of: $0) }
    // What is still open has to end in the same way too.
    for producer in 1...2 as ClosedRange<Int64> {
      for partition in 0...1 as ClosedRange<Int32> {
        let marker = TransactionMarker(
          producer: Producer(id: producer, epoch: 0), isCommit: true)
        coordinator.replay(.transactionEnd(marker, partition: partition))
      }
    }
    return before + ids.map { coordinator.hardState.records(of: $0) }
  }

  private func coordinator() -> GroupCoordinator {
    var config = CoordinatorConfig()
    config.offsetsTopicPartitions = 2
    return GroupCoordinator(config: config, generator: SeededGenerator(seed: 1))
  }

  private func record(_ chance: inout SeededGenerator) -> CoordinatorRecord {
    let group = GroupId(["a", "b", "c"][Int(chance.int(in: 0...2))])
    let place = TopicPartition("t", Int32(chance.int(in: 0...1)))
    let value = OffsetCommitValue(offset: Offset(chance.int(in: 0...99)), commitTimestampMs: 0)
    let producer = Producer(id: chance.int(in: 1...2), epoch: 0)
    switch chance.int(in: 0...9) {
    case 0, 1, 2: return .offsetCommit(group, place, value)
    case 3: return .offsetCommit(group, place, nil)
    case 4, 5, 6: return .transactionalOffset(group, place, value, producer)
    case 7:
      return .groupMetadata(
        group, chance.chance(percent: 30) ? nil : GroupMetadataValue(generation: Generation(1)))
    default:
      let marker = TransactionMarker(
        producer: producer, isCommit: chance.chance(percent: 60))
      return .transactionEnd(marker, partition: Int32(chance.int(in: 0...1)))
    }
  }
}
