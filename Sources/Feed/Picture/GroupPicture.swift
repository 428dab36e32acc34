import KafkaModel

/// The group as it is at one moment: the fold of all events up to it.
public struct GroupPicture: Sendable {
  public internal(set) var timeMs: Int64 = 0
  public internal(set) var facts: GroupFacts?
  public internal(set) var state: GroupState?
  public internal(set) var stateSinceMs: Int64 = 0
  public internal(set) var generation: Generation?
  public internal(set) var leader: MemberSlot?
  /// By slot.
  public internal(set) var members: [MemberPicture] = []
  /// In order of first sight.
  public internal(set) var partitions: [PartitionPicture] = []
  /// The running rebalance, or the last one; nil before the group had owners to lose.
  public internal(set) var rebalance: RebalanceAccount?
  public internal(set) var initialDelayDueMs: Int64?
  public internal(set) var joinDueMs: Int64?
  public internal(set) var syncDueMs: Int64?
  public internal(set) var health: SourceHealth = .fine
  /// When anything arrived last.
  public internal(set) var freshMs: Int64 = 0
  /// The lesson's beat, counted from 0.
  public internal(set) var beat: Int?
  public internal(set) var table = PartitionTable()
  var slots = Index<MemberId, MemberSlot>()
  var planGeneration: Generation?

  public init() {}

  /// Who has, or last had, a member id.
  public func slot(of memberId: MemberId) -> MemberSlot? { slots[memberId] }

  public subscript(slot: MemberSlot) -> MemberPicture { members[slot.index] }

  public func place(of partition: TopicPartition) -> Int? { table[partition] }

  /// Milliseconds that nobody has read a partition; nil while somebody does.
  public func notReadMs(_ place: Int) -> Int64? {
    partitions[place].notReadSinceMs.map { max(0, timeMs - $0) }
  }

  /// Milliseconds a partition was not read because of the last rebalance, running stops included.
  public func accountNotReadMs(_ place: Int) -> Int64 {
    guard let rebalance, rebalance.notReadMs.indices.contains(place) else { return 0 }
    return rebalance.notReadMs[place] + openStopMs(place, rebalance)
  }

  /// A stop that is still open belongs to the rebalance if it began before that one ended.
  private func openStopMs(_ place: Int, _ account: RebalanceAccount) -> Int64 {
    guard let since = partitions[place].notReadSinceMs else { return 0 }
    if let ended = account.endedMs, since > ended { return 0 }
    return max(0, timeMs - since)
  }

  /// The same picture a little later, with nothing new: counters run on.
  public mutating func advance(toMs nowMs: Int64) { timeMs = max(timeMs, nowMs) }
}
