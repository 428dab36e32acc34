import Coordinator
import KafkaModel

/// What is looked at where it happens, as nobody sees it from the outside later.
extension World {
  mutating func audit(_ request: Request, _ outcome: CoordinatorOutcome) {
    let claim: (groupId: GroupId, generation: Generation)
    switch request {
    case .offsetCommit(let commit): claim = (commit.groupId, commit.generationId)
    case .txnOffsetCommit(let commit): claim = (commit.groupId, commit.generationId)
    default: return
    }
    // What is refused is not written.
    guard !outcome.appends.isEmpty, claim.generation.value >= 0 else { return }
    if coordinator.group(claim.groupId)?.generation != claim.generation { audit.staleCommits += 1 }
  }

  /// A consumer has handed these to its application.
  mutating func audit(_ run: RecordRun, of partition: TopicPartition) {
    guard scenario.consumer.isolationLevel == .readCommitted,
      let log = logs[partition.topic, partition.partition], !log.spans.isEmpty
    else { return }
    if log.decidedCount(run.firstOffset..<run.nextOffset) != run.count { audit.unstableReads += 1 }
  }
}
