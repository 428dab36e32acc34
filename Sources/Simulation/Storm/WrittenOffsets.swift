import KafkaModel

/// A group's offsets as they follow from the places of records in `__consumer_offsets`: of what is
/// committed for a partition, whatever was written last counts, and not what was committed last.
struct WrittenOffsets: Sendable {
  private(set) var committed: [Entry] = []
  /// Of transactions that have not ended.
  private(set) var pending: [Entry] = []
  private var place: Int64 = 0
  let partitions: Int32

  /// - Parameter partitions: how many `__consumer_offsets` has.
  init(partitions: Int32) { self.partitions = partitions }

  struct Entry: Sendable {
    let groupId: GroupId
    let partition: TopicPartition
    let value: OffsetCommitValue
    let place: Int64
    var producer: Producer?
  }

  func committed(_ groupId: GroupId) -> [Entry] {
    committed.filter { $0.groupId == groupId }.sorted { $0.partition < $1.partition }
  }

  /// In the order in which they were written.
  func pending(_ groupId: GroupId) -> [Entry] { pending.filter { $0.groupId == groupId } }

  mutating func take(_ record: CoordinatorRecord) {
    place += 1
    switch record {
    case .groupMetadata: break
    case .offsetCommit(let groupId, let partition, let value):
      guard let value else { return remove(groupId, partition) }
      store(Entry(groupId: groupId, partition: partition, value: value, place: place))
    case .transactionalOffset(let groupId, let partition, let value, let producer):
      pending.removeAll {
        $0.groupId == groupId && $0.partition == partition && $0.producer?.id == producer.id
      }
      pending.append(
        Entry(
          groupId: groupId, partition: partition, value: value, place: place, producer: producer))
    case .transactionEnd(let marker, let place): end(marker, in: place)
    }
  }

  private mutating func remove(_ groupId: GroupId, _ partition: TopicPartition) {
    committed.removeAll { $0.groupId == groupId && $0.partition == partition }
    pending.removeAll { $0.groupId == groupId && $0.partition == partition }
  }

  private mutating func end(_ marker: TransactionMarker, in place: Int32) {
    func ends(_ entry: Entry) -> Bool {
      entry.producer?.id == marker.producer.id
        && entry.groupId.offsetsPartition(of: partitions) == place
    }
    for entry in pending where ends(entry) && marker.isCommit { store(entry) }
    pending.removeAll(where: ends)
  }

  private mutating func store(_ entry: Entry) {
    let known = committed.firstIndex {
      $0.groupId == entry.groupId && $0.partition == entry.partition
    }
    guard let known else { return committed.append(entry) }
    if committed[known].place < entry.place { committed[known] = entry }
  }
}
