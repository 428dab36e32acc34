import KafkaModel

/// ListOffsets: the log's ends, or the first record that is not older than a time.
extension Broker {
  func offsets(_ request: ListOffsetsRequest) -> ListOffsetsResponse {
    ListOffsetsResponse(
      topics: request.topics.map { topic in
        .init(
          name: topic.name,
          partitions: topic.partitions.map {
            offset(
              $0, of: TopicPartition(topic.name, $0.partitionIndex),
              IsolationLevel(wire: request.isolationLevel))
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
      switch asked.timestamp {
      case Wanted.latest:
        let end = isolation == .readCommitted ? log.lastStableOffset : log.endOffset
        return .init(partitionIndex: index, offset: end, leaderEpoch: 0)
      case Wanted.earliest, Wanted.earliestLocal:
        return .init(partitionIndex: index, offset: log.startOffset, leaderEpoch: 0)
      case Wanted.newest: return found(log.newest(), index)
      case Wanted.latestTiered: return .init(partitionIndex: index)
      case 0...: return found(log.first(atLeast: asked.timestamp), index)
      default: return .init(partitionIndex: index, errorCode: .unsupportedVersion)
      }
    }
  }

  private func found(
    _ record: (Offset, Int64)?, _ index: Int32
  ) -> ListOffsetsResponse.Partition {
    guard let (offset, timestampMs) = record else { return .init(partitionIndex: index) }
    return .init(partitionIndex: index, timestamp: timestampMs, offset: offset, leaderEpoch: 0)
  }

  /// The times that are none (`ListOffsetsRequest`).
  private enum Wanted {
    static let latest: Int64 = -1
    static let earliest: Int64 = -2
    /// The record with the newest timestamp (KIP-734).
    static let newest: Int64 = -3
    static let earliestLocal: Int64 = -4
    static let latestTiered: Int64 = -5
  }
}
