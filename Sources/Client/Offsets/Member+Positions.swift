import KafkaModel

/// Where reading begins: the committed offset, or what `auto.offset.reset` says.
extension Member {
  mutating func fetchPositions() {
    guard timers.positionsMs <= nowMs, ownership.lacksPosition else { return }
    askCommittedOffsets()
    askResetOffsets()
  }

  private mutating func askCommittedOffsets() {
    guard let coordinator, !isInFlight(.offsetFetch) else { return }
    var topics: [OffsetFetchRequest.Topic] = []
    for owned in ownership.list where owned.positionState == .needsCommitted {
      let partition = owned.partition
      if topics.last?.name == partition.topic {
        topics[topics.count - 1].partitionIndexes.append(partition.partition)
      } else {
        topics.append(
          OffsetFetchRequest.Topic(
            name: partition.topic, partitionIndexes: [partition.partition]))
      }
    }
    if topics.isEmpty { return }
    let group = OffsetFetchRequest.Group(groupId: config.groupId, topics: topics)
    let request = OffsetFetchRequest(groups: [group], requireStable: true)
    send(.offsetFetch(request), to: coordinator, lane: .coordinator)
  }

  mutating func committedOffsetsCame(_ response: OffsetFetchResponse, _ request: InFlight) {
    guard request.ownershipStamp == ownership.stamp else { return }
    guard let group = response.groups.first else { return backOffPositions() }
    var error = group.errorCode
    var cursor = 0
    if error == .none {
      for topic in group.topics {
        for partition in topic.partitions {
          if partition.errorCode != .none {
            error = partition.errorCode
          } else if let index = ownership.index(
            of: topic.name, partition.partitionIndex, near: &cursor)
          {
            takeCommitted(partition.committedOffset, index)
          }
        }
      }
    }
    switch Reaction.toOffsetFetch(error) {
    case .accept: timers.positionsBackoff.reset()
    case .fatal: fail(error, .offsetFetch)
    case .findCoordinator:
      loseCoordinator()
      backOffPositions()
    default: backOffPositions()
    }
  }

  private mutating func takeCommitted(_ offset: Offset, _ index: Int) {
    guard ownership[index].positionState == .needsCommitted else { return }
    if offset.value >= 0 {
      ownership[index].committed = offset
      ownership[index].position = offset
      ownership[index].positionState = .valid
    } else {
      resetPosition(index, .offsetFetch)
    }
  }

  /// `auto.offset.reset`; without a rule poll() throws (NoOffsetForPartitionException).
  mutating func resetPosition(_ index: Int, _ api: ApiKey) {
    if config.autoOffsetReset == .none && !ownership[index].fallsBackToEarliest {
      return fail(.offsetOutOfRange, api)
    }
    ownership[index].positionState = .needsReset
  }

  /// One ListOffsets to every leader of a partition to be reset.
  private mutating func askResetOffsets() {
    guard !isInFlight(.listOffsets) else { return }
    var leaders: [BrokerId] = []
    for owned in ownership.list where owned.positionState == .needsReset {
      if owned.leader.value < 0 { requestMetadata() }
      if owned.awaitsLeader || owned.leader.value < 0 { continue }
      if !leaders.contains(owned.leader) { leaders.append(owned.leader) }
    }
    for leader in leaders { askResetOffsets(from: leader) }
  }

  private mutating func askResetOffsets(from leader: BrokerId) {
    var topics: [ListOffsetsRequest.Topic] = []
    for owned in ownership.list
    where owned.positionState == .needsReset && owned.leader == leader && !owned.awaitsLeader {
      let isEarliest = owned.fallsBackToEarliest || config.autoOffsetReset == .earliest
      let entry = ListOffsetsRequest.Partition(
        partitionIndex: owned.partition.partition, timestamp: isEarliest ? -2 : -1)
      if topics.last?.name == owned.partition.topic {
        topics[topics.count - 1].partitions.append(entry)
      } else {
        topics.append(ListOffsetsRequest.Topic(name: owned.partition.topic, partitions: [entry]))
      }
    }
    let request = ListOffsetsRequest(isolationLevel: config.isolationLevel.rawValue, topics: topics)
    send(.listOffsets(request), to: leader, lane: .fetch)
  }

  mutating func resetOffsetsCame(_ response: ListOffsetsResponse, _ request: InFlight) {
    guard request.ownershipStamp == ownership.stamp else { return }
    var cursor = 0
    for topic in response.topics {
      for partition in topic.partitions {
        guard
          let index = ownership.index(of: topic.name, partition.partitionIndex, near: &cursor),
          ownership[index].positionState == .needsReset
        else { continue }
        switch Reaction.toPartitionLeader(partition.errorCode) {
        case .accept:
          ownership[index].position = partition.offset
          ownership[index].positionState = .valid
        case .fatal: fail(partition.errorCode, .listOffsets)
        default: distrustLeader(index)
        }
      }
    }
  }

  mutating func backOffPositions() {
    timers.positionsMs = nowMs + timers.positionsBackoff.nextMs(config, &generator)
  }
}
