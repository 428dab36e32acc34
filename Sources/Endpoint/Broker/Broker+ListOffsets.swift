import KafkaModel

/// ListOffsets: the log's ends, or the first record that is not older than a time
/// (`ReplicaManager.fetchOffset`).
extension Broker {
  func offsets(_ request: ListOffsetsRequest, version: Int16) -> ListOffsetsResponse {
    let isolation = IsolationLevel(wire: request.isolationLevel)
    return ListOffsetsResponse(
      topics: request.topics.map { topic in
        let twice = Set(topic.partitions.map(\.partitionIndex).repeated)
        return .init(
          name: topic.name,
          partitions: topic.partitions.map {
            if twice.contains($0.partitionIndex) {
              return .init(partitionIndex: $0.partitionIndex, errorCode: .invalidRequest)
            }
            if $0.timestamp < 0, version < Wanted(rawValue: $0.timestamp)?.since ?? .max {
              return .init(partitionIndex: $0.partitionIndex, errorCode: .unsupportedVersion)
            }
            return offset($0, of: TopicPartition(topic.name, $0.partitionIndex), isolation)
          })
      })
  }

  private func offset(
    _ asked: ListOffsetsRequest.Partition, of place: TopicPartition,
    _ isolation: IsolationLevel
  ) -> ListOffsetsResponse.Partition {
    let index = asked.partitionIndex
    switch topics.log(place, nowMs: clock.nowMs) {
    case .failure(let fault): return .init(partitionIndex: index, errorCode: fault.code)
    case .success(let log):
      if let error = Self.epochError(asked.currentLeaderEpoch) {
        return .init(partitionIndex: index, errorCode: error)
      }
      let end = isolation == .readCommitted ? log.lastStableOffset : log.endOffset
      switch Wanted(rawValue: asked.timestamp) {
      case .latest: return .init(partitionIndex: index, offset: end, leaderEpoch: 0)
      case .earliest, .earliestLocal:
        return .init(partitionIndex: index, offset: log.startOffset, leaderEpoch: 0)
      case .newest: return found(log.newest(), below: end, index)
      // There is no tier that records could have gone to, or wait to go to.
      case .latestTiered, .earliestPendingUpload: return .init(partitionIndex: index)
      case nil: return found(log.first(atLeast: asked.timestamp), below: end, index)
      }
    }
  }

  /// A record that the reader may not see yet is not found.
  private func found(
    _ record: (Offset, Int64)?, below end: Offset, _ index: Int32
  ) -> ListOffsetsResponse.Partition {
    guard let (offset, timestampMs) = record, offset < end else {
      return .init(partitionIndex: index)
    }
    return .init(partitionIndex: index, timestamp: timestampMs, offset: offset, leaderEpoch: 0)
  }

  /// The times that are none (`ListOffsetsRequest`).
  private enum Wanted: Int64 {
    case latest = -1
    case earliest = -2
    /// The record with the newest timestamp (KIP-734).
    case newest = -3
    case earliestLocal = -4
    case latestTiered = -5
    case earliestPendingUpload = -6

    /// The version that brought it (`ReplicaManager.timestampMinSupportedVersion`).
    var since: Int16 {
      switch self {
      case .latest, .earliest: 1
      case .newest: 7
      case .earliestLocal: 8
      case .latestTiered: 9
      case .earliestPendingUpload: 11
      }
    }
  }
}
