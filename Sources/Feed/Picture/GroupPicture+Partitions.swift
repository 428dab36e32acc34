import KafkaModel

extension GroupPicture {
  mutating func grow(_ topic: TopicName, _ count: Int32, _ timeline: inout Timeline) {
    let hasPlan = partitions.contains { $0.planned != .unknown }
    for partition in table.grow(topic, to: count) {
      var new = PartitionPicture(partition)
      new.notReadSinceMs = timeMs
      if hasPlan {
        // A plan that was made before cannot name it.
        new.planned = .nobody
        new.addedMs = timeMs
      }
      if partitions.first.map({ $0.partition.topic != topic }) ?? false { hasManyTopics = true }
      partitions.append(new)
      refresh(partitions.count - 1, &timeline)
    }
  }

  mutating func assign(
    _ slot: MemberSlot, _ list: [TopicPartition], _ generation: Generation,
    _ timeline: inout Timeline
  ) {
    for partition in members[slot.index].owned where !list.contains(partition) {
      disown(slot, partition, &timeline)
    }
    members[slot.index].owned = list
    members[slot.index].generation = generation
    // A static member that takes its place back joins without a join phase.
    members[slot.index].hasJoined = false
    if members[slot.index].isStatic {
      // A static member has taken its former process's place, partitions and all (KIP-345).
      members[slot.index].formerId = nil
      members[slot.index].formerSessionDueMs = nil
    }
    for partition in list {
      guard let place = table[partition] else { continue }
      partitions[place].owner = slot
      partitions[place].isGivenUp = false
      refresh(place, &timeline)
    }
    refreshLane(slot, &timeline)
  }

  mutating func release(
    _ slot: MemberSlot, _ list: [TopicPartition], _ timeline: inout Timeline
  ) {
    members[slot.index].owned.removeAll { list.contains($0) }
    for partition in list {
      if let place = table[partition], partitions[place].planned == .slot(slot) {
        partitions[place].isGivenUp = true
      }
      disown(slot, partition, &timeline)
    }
    refreshLane(slot, &timeline)
  }

  private mutating func disown(
    _ slot: MemberSlot, _ partition: TopicPartition, _ timeline: inout Timeline
  ) {
    guard let place = table[partition] else { return }
    if partitions[place].owner == slot { partitions[place].owner = nil }
    endReading(slot, place)
    refresh(place, &timeline)
  }

  mutating func startReading(
    _ slot: MemberSlot, _ partition: TopicPartition, _ offset: Offset,
    _ timeline: inout Timeline
  ) {
    guard let place = table[partition] else { return }
    let reader = partitions[place].reader
    let former = [reader, partitions[place].staleReader]
    let twice = recordsReadTwice(place, from: offset)
    if let reader, reader != slot, partitions[place].planned == .slot(reader) {
      partitions[place].staleReader = slot
    } else {
      if let reader, reader != slot { partitions[place].staleReader = reader }
      // Offsets of a recording may be anything; a sum must not trap.
      if let account = rebalance, account.readTwice.indices.contains(place) {
        rebalance?.readTwice[place] &+= twice
      }
      partitions[place].reader = slot
      partitions[place].position = offset
      if members[slot.index].process == .unknown { partitions[place].follow(atMs: timeMs) }
    }
    let now = [partitions[place].reader, partitions[place].staleReader]
    if !former.contains(slot) { members[slot.index].reads += 1 }
    // Of three, the one that is no longer followed.
    for case .some(let gone) in former where !now.contains(gone) {
      members[gone.index].reads = max(0, members[gone.index].reads - 1)
    }
    refresh(place, &timeline)
    if partitions[place].lastStop?.toMs == timeMs { partitions[place].lastStop?.readTwice = twice }
    refreshLane(slot, &timeline)
  }

  mutating func stopReading(
    _ slot: MemberSlot, _ partition: TopicPartition, _ timeline: inout Timeline
  ) {
    guard let place = table[partition] else { return }
    endReading(slot, place)
    refresh(place, &timeline)
    refreshLane(slot, &timeline)
  }

  mutating func endReading(_ slot: MemberSlot, _ place: Int) {
    guard partitions[place].reader == slot || partitions[place].staleReader == slot else { return }
    members[slot.index].reads = max(0, members[slot.index].reads - 1)
    if partitions[place].staleReader == slot { partitions[place].staleReader = nil }
    guard partitions[place].reader == slot else { return }
    partitions[place].reader = partitions[place].staleReader
    partitions[place].staleReader = nil
  }

  private func recordsReadTwice(_ place: Int, from offset: Offset) -> Int64 {
    guard let old = partitions[place].position, old > offset else { return 0 }
    let span = old.value.subtractingReportingOverflow(offset.value).partialValue
    return max(0, span &- gapCount(place, from: offset, to: old))
  }
}
