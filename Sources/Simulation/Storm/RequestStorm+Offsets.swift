import Coordinator
import KafkaModel

/// Offsets, be they committed or pending, against what is in the log.
extension RequestStorm {
  private static let groups: [GroupId] = ["g", "h", "none", ""]

  /// A transaction ends; a coordinator that is not active cannot write that down.
  mutating func endTransaction() {
    let (marker, partition) = requests.marker(coordinator.config)
    let outcome = coordinator.endTransaction(marker, partition: partition, nowMs: nowMs)
    if (outcome == nil) != (moved != nil) || outcome.map({ $0.appends.count != 1 }) ?? false {
      report(.lawfulAnswer, "a marker is not taken, or by a coordinator that is none")
    }
    if let outcome { take(outcome) }
  }

  mutating func compareOffsets() {
    for id in Self.groups {
      let committed = coordinator.hardState.offsets(id)
      let expected = offsets.committed(id)
      if committed.map(\.0) != expected.map(\.partition)
        || committed.map(\.1) != expected.map(\.value)
      {
        report(.loadedIsWritten, "\(committed.count) offsets of \(id), not \(expected.count)")
      }
      comparePending(id)
      compareWithFewest(id)
    }
  }

  private mutating func comparePending(_ id: GroupId) {
    let found = coordinator.hardState.pendingOffsets(id)
    let expected = offsets.pending(id)
    let isSame = zip(found, expected).allSatisfy { found, entry in
      let isSuperseded = offsets.committed(id).contains {
        $0.partition == entry.partition && $0.place > entry.place
      }
      return found.producer == entry.producer && found.partition == entry.partition
        && found.value == entry.value && found.isSuperseded == isSuperseded
    }
    if !isSame || found.count != expected.count {
      report(.loadedIsWritten, "\(found.count) pending offsets of \(id), not \(expected.count)")
    }
  }

  /// The fewest records that tell of a group give the same offsets.
  private mutating func compareWithFewest(_ id: GroupId) {
    var other = GroupCoordinator(
      config: coordinator.config, generator: SeededGenerator(seed: seed))
    for record in coordinator.hardState.records(of: id) { other.replay(record) }
    let pending = other.hardState.pendingOffsets(id)
    let expected = coordinator.hardState.pendingOffsets(id)
    let isSame =
      other.hardState.offsets(id).map(\.1) == coordinator.hardState.offsets(id).map(\.1)
      && pending.count == expected.count && pending.allSatisfy(expected.contains)
    if !isSame { report(.loadedIsWritten, "the fewest records of \(id) are too few") }
  }

  /// An OffsetFetch is answered with what is written, or told to wait.
  mutating func checkOffsets(_ request: Request, _ response: Response) {
    guard moved == nil, case .offsetFetch(let asked) = request,
      case .offsetFetch(let answer) = response
    else { return }
    for group in answer.groups {
      let committed = offsets.committed(group.groupId)
      let pending = asked.requireStable ? offsets.pending(group.groupId) : []
      for topic in group.topics {
        for told in topic.partitions {
          let partition = TopicPartition(topic.name, told.partitionIndex)
          let isUnstable = pending.contains { $0.partition == partition }
          let value = committed.first { $0.partition == partition }?.value
          let expected = isUnstable ? Offset.none : value?.offset ?? .none
          if told.committedOffset != expected
            || told.errorCode != (isUnstable ? .unstableOffsetCommit : .none)
          {
            report(
              .lawfulAnswer,
              "\(partition) is at \(told.committedOffset) \(told.errorCode), not \(expected)")
          }
        }
      }
    }
  }
}

extension OffsetFetchResponse.Group {
  /// Nothing is said of transactions.
  mutating func calm() {
    for topic in topics.indices {
      for place in topics[topic].partitions.indices {
        topics[topic].partitions[place].errorCode = .none
      }
    }
  }
}
