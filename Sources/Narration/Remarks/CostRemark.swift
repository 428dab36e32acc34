/// What it costs: partitions that stand still, lag, records read twice.
public enum CostRemark: Hashable, Sendable {
  case nothing(lag: Int64?)
  case unknown
  case oneNotRead(PartitionName, ms: Int64, lag: Int64?)
  case manyNotRead(Int, of: Int)
  /// Time not read of all partitions together, in the rebalance that runs.
  case soFar(partitionMs: Int64)
  /// The same of a rebalance that goes on, from its detection.
  case inRebalance(partitionMs: Int64)
  case allReadSoFar(partitionMs: Int64)
  /// - Parameter healthyMs: the part of `partitionMs` whose owners were well all the time; nil
  ///   where all were stopped on purpose.
  case verdict(
    kept: Int, moved: Int, needless: Int, rounds: Int, partitionMs: Int64, healthyMs: Int64?)
  /// It was not read, and no rebalance was needed.
  case stopWithoutRebalance([PartitionName], partitionMs: Int64)
  /// Of all rebalances since the start, where the verdict is only the last one's.
  case inAll(partitionMs: Int64)
  /// The verdict's `healthyMs` as a statement of its own, where others follow.
  case ofHealthy(ms: Int64, partitionMs: Int64)
  case readTwice(records: Int64, PartitionName)
  /// What was read twice has come out twice.
  case writtenTwice(records: Int64)
  case readTwiceInMany(records: Int64, partitions: Int)
  case lagGrows(lag: Int64?, perSecond: Int64)
  /// Above the last stable offset: read_committed readers do not get them.
  case heldBack(records: Int64, partitions: Int)
  /// What is shown is as old as the last good answer.
  /// All are read, some by members that the group has gone on without.
  case readOutside(Int, of: Int)
  case stale(ageMs: Int64)
  case watch(WatchCost)
}
