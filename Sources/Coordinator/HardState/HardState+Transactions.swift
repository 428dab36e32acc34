import KafkaModel

/// An offset that a transaction has written and that nobody sees before the transaction commits.
public struct PendingOffset: Hashable, Sendable {
  public var producer: Producer
  public var partition: TopicPartition
  public var value: OffsetCommitValue
  /// Another commit was written later and counts: what the marker completes must not go behind it.
  public var isSuperseded = false
}

/// Transactional offsets (`OffsetMetadataManager`, KIP-98).
extension HardState {
  /// Pending offsets of a group, oldest first.
  public func pendingOffsets(_ groupId: GroupId) -> [PendingOffset] { pending[groupId] ?? [] }

  /// Whether a transaction has still to decide about the partition's offset.
  public func isPending(_ groupId: GroupId, _ partition: TopicPartition) -> Bool {
    pending[groupId]?.contains { $0.partition == partition } ?? false
  }

  /// The fewest records of a group that give this state, in an order that does.
  public func records(of groupId: GroupId) -> [CoordinatorRecord] {
    let waiting = pendingOffsets(groupId)
    func written(_ offset: PendingOffset) -> CoordinatorRecord {
      .transactionalOffset(groupId, offset.partition, offset.value, offset.producer)
    }
    return (group(groupId).map { [.groupMetadata(groupId, $0)] } ?? [])
      + waiting.filter(\.isSuperseded).map(written)
      + offsets(groupId).map { .offsetCommit(groupId, $0.0, $0.1) }
      + waiting.filter { !$0.isSuperseded }.map(written)
  }

  mutating func add(_ offset: PendingOffset, to groupId: GroupId) {
    pending[groupId, default: []].removeAll {
      $0.producer.id == offset.producer.id && $0.partition == offset.partition
    }
    pending[groupId, default: []].append(offset)
  }

  /// A commit was written behind what is pending for its partition; a tombstone removes that.
  mutating func supersede(_ partition: TopicPartition, of groupId: GroupId, isGone: Bool) {
    guard let waiting = pending[groupId] else { return }
    keep(
      isGone ? waiting.filter { $0.partition != partition } : superseded(waiting, partition),
      for: groupId)
  }

  /// COMMIT: what the producer wrote counts where nothing was written later. ABORT: it is dropped.
  mutating func end(_ marker: TransactionMarker, of groupId: GroupId) {
    var waiting = pending[groupId] ?? []
    while let place = waiting.firstIndex(where: { $0.producer.id == marker.producer.id }) {
      let offset = waiting.remove(at: place)
      guard marker.isCommit, !offset.isSuperseded else { continue }
      store(offset.value, for: offset.partition, of: groupId)
      waiting = superseded(waiting[..<place], offset.partition) + waiting[place...]
    }
    keep(waiting, for: groupId)
  }

  private func superseded(
    _ offsets: some Sequence<PendingOffset>, _ partition: TopicPartition
  ) -> [PendingOffset] {
    offsets.map { offset in
      var offset = offset
      if offset.partition == partition { offset.isSuperseded = true }
      return offset
    }
  }

  private mutating func keep(_ waiting: [PendingOffset], for groupId: GroupId) {
    pending[groupId] = waiting.isEmpty ? nil : waiting
  }
}
