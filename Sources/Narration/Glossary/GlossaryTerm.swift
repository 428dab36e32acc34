/// A word of Kafka's that the glossary explains. Terms are in the order in which one walks through
/// them.
public enum GlossaryTerm: String, Hashable, Sendable, CaseIterable {
  case stable, preparingRebalance, completingRebalance, empty, dead, coordinator, leader, generation
  case joinGroup, syncGroup, heartbeat, revoke, fenced
  case sessionTimeout, maxPollInterval, initialDelay, memberId, staticMember
  case eager, cooperative, range, roundRobin, sticky, cooperativeSticky
  case commit, currentOffset, logEndOffset, lag, consumerOffsets, partitionSeconds
  case transactionalId, producerId, transactionCoordinator, controlRecord, lastStableOffset
  case isolationLevel, pendingOffset, zombie, duplicates, exactlyOnce
}
