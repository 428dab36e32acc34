import Coordinator
import Feed
import KafkaModel

/// Planted bugs of transactions.
extension World {
  /// What the planted bug makes of a producer's request on arrival.
  func bendTransactional(_ request: Request) -> Request {
    switch (plant, request) {
    case (.alwaysFenced, .endTxn(var end)) where nowMs > Self.plantedFromMs:
      end.producer.epoch -= 1
      return .endTxn(end)
    default: return request
    }
  }

  /// What the group coordinator makes of TxnOffsetCommit.
  func bend(_ commit: TxnOffsetCommitRequest) -> TxnOffsetCommitRequest {
    guard plant == .staleTransactionalCommit, let group = coordinator.group(commit.groupId) else {
      return commit
    }
    var commit = commit
    commit.generationId = group.generation
    commit.memberId = group.leader ?? commit.memberId
    commit.groupInstanceId = nil
    return commit
  }

  /// What a leader writes for a marker.
  func bend(_ order: MarkerOrder) -> MarkerOrder {
    var order = order
    if plant == .abortCommits { order.marker.isCommit = true }
    return order
  }

  /// What the group coordinator writes for a marker; nil = nothing, and says that it has.
  func bendOfOffsets(_ order: MarkerOrder) -> MarkerOrder? {
    var order = order
    if plant == .markerWithoutOffset { order.marker.isCommit = false }
    return plant == .lostOffsetMarker ? nil : order
  }

  /// Something has been written there.
  mutating func forget(at place: Int) {
    if plant == .forgetfulLeader, nowMs > Self.plantedFromMs {
      logs.forgetProducers(at: place)
    }
  }
}
