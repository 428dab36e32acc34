import KafkaModel

/// commitSync(), seek() and committed(): what the application asks for between two polls.
extension Member {
  mutating func beginCommitSync(_ offsets: [PartitionOffset]) {
    guard closing == .open, !hasFailed, syncCommit == nil, !offsets.isEmpty else { return }
    syncCommit = offsets.sorted { $0.partition < $1.partition }
    timers.commitRetryMs = nowMs
    timers.commitBackoff.reset()
  }

  mutating func runCommitSync() {
    guard let offsets = syncCommit else { return }
    if hasFailed {
      syncCommit = nil
      return
    }
    guard !isCommitting(.sync), timers.commitRetryMs <= nowMs, coordinator != nil else { return }
    if sendCommit(.sync, of: offsets) { return }
    // Nothing is sent: CommitFailedException, or RebalanceInProgressException.
    syncCommit = nil
    notes.append(.commitRefused(state == .unjoined ? .illegalGeneration : .rebalanceInProgress))
  }

  mutating func seek(_ offsets: [PartitionOffset]) {
    guard closing == .open, !hasFailed else { return }
    for item in offsets where item.offset.value >= 0 {
      guard
        let index = ownership.indices.first(where: { ownership[$0].partition == item.partition })
      else { continue }
      ownership.seek(index, to: item.offset)
    }
  }

  mutating func seekToCommitted() {
    guard closing == .open, !hasFailed else { return }
    for index in ownership.indices { ownership.seek(index, to: nil) }
    timers.positionsMs = nowMs
    timers.positionsBackoff.reset()
  }
}
