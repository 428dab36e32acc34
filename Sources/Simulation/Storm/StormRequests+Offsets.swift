import Coordinator
import KafkaModel

/// Offsets, with a transaction or without.
extension StormRequests {
  private static let producers: [Int64] = [1, 1, 1, 2, 2, 3, -1, .max, .min]

  mutating func commit(_ id: GroupId, _ group: ClassicGroup?) -> OffsetCommitRequest {
    let memberId = member(group)
    return OffsetCommitRequest(
      groupId: id, generationId: generation(group), memberId: memberId,
      groupInstanceId: instance(memberId, group), topics: topics())
  }

  /// Of a member, of somebody who was one, or of a producer that knows only the group's name.
  mutating func transactionalCommit(
    _ id: GroupId, _ group: ClassicGroup?
  ) -> TxnOffsetCommitRequest {
    let isNameless = isOdd(40)
    let memberId = isNameless ? "" : member(group)
    return TxnOffsetCommitRequest(
      transactionalId: pick(["tx", "ty", ""]), groupId: id, producer: producer(),
      generationId: isNameless ? .none : generation(group), memberId: memberId,
      groupInstanceId: isNameless ? nil : instance(memberId, group),
      topics: topics().map { topic in
        .init(
          name: topic.name,
          partitions: topic.partitions.map {
            .init(
              partitionIndex: $0.partitionIndex, committedOffset: $0.committedOffset,
              committedMetadata: $0.committedMetadata)
          })
      })
  }

  mutating func delete(_ id: GroupId) -> OffsetDeleteRequest {
    OffsetDeleteRequest(
      groupId: id,
      topics: topics().map { topic in
        .init(
          name: topic.name,
          partitions: topic.partitions.map { .init(partitionIndex: $0.partitionIndex) })
      })
  }

  /// The end of a transaction, in any partition of `__consumer_offsets`.
  mutating func marker(
    _ config: CoordinatorConfig
  ) -> (marker: TransactionMarker, partition: Int32) {
    let group: GroupId = pick(["g", "g", "h"])
    let count = config.offsetsTopicPartitions
    let partition =
      isOdd(15) ? Int32(chance.int(in: 0...Int64(count))) : group.offsetsPartition(of: count)
    let marker = TransactionMarker(
      producer: producer(), isCommit: isOdd(60), coordinatorEpoch: Int32(chance.int(in: 0...3)))
    return (marker, isOdd(2) ? oddNumber() : partition)
  }

  private mutating func producer() -> Producer {
    Producer(id: pick(Self.producers), epoch: isOdd(5) ? pick([-1, .max]) : 0)
  }

  private mutating func topics() -> [OffsetCommitRequest.Topic] {
    (0..<chance.int(in: isOdd(10) ? 0...0 : 1...3)).map { _ in
      let count = chance.int(in: isOdd(5) ? 0...0 : 1...2)
      return .init(
        name: pick(["t", "t", "u", ""]), partitions: (0..<count).map { _ in partition() })
    }
  }

  private mutating func partition() -> OffsetCommitRequest.Partition {
    let text = isOdd(5) ? String(repeating: "x", count: 5000) : isOdd(10) ? nil : ""
    return .init(
      partitionIndex: isOdd(5) ? oddNumber() : Int32(chance.int(in: 0...3)),
      committedOffset: Offset(isOdd(10) ? .min : chance.int(in: 0...1000)),
      committedMetadata: text)
  }
}
