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
  /// More than one topic is shown, so that a partition's number alone would not do.
  public internal(set) var hasManyTopics = false
  /// The running rebalance, or the last one; nil before the group had owners to lose.
  public internal(set) var rebalance: RebalanceAccount?
  /// What all members are being stopped and started for; nil once the group is Stable again.
  public internal(set) var regrouping: Regrouping?
  public internal(set) var initialDelayDueMs: Int64?
  public internal(set) var joinDueMs: Int64?
  public internal(set) var syncDueMs: Int64?
  /// Answers of the coordinator's that are held back, if any are.
  public internal(set) var hold: HoldPoint?
  /// When another broker, or the same anew, became the coordinator last.
  public internal(set) var coordinatorMovedMs: Int64?
  /// Who was hung up on last, why and when.
  public internal(set) var turnedAway: TurnedAwayPicture?
  public internal(set) var health: SourceHealth = .fine
  /// When the broker answered last; nil before it has, and where there is none.
  public internal(set) var freshMs: Int64?
  /// The broker has stopped to answer: nobody knows who reads.
  public internal(set) var isBlind = false
  /// The lesson's beat, counted from 0.
  public internal(set) var beat: Int?
  /// Runs of a producer, the last ones, oldest first.
  public internal(set) var producerRuns: [ProducerRun] = []
  /// Producers with transactions, and what these leave in the logs.
  public internal(set) var transactions = TransactionsPicture()
  public internal(set) var table = PartitionTable()
  var slots = Index<MemberId, MemberSlot>()
  /// By slot: the id under which the last plan has a member.
  var planIds: [MemberId?] = []

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

  /// The last rebalance is over and nobody is still on the way to read what it was given: every
  /// partition that the rebalance stopped is read again, or its owner is known not to read it.
  public var isRebalanceSettled: Bool {
    guard let rebalance, let ended = rebalance.endedMs else { return false }
    return !partitions.contains { partition in
      guard let since = partition.notReadSinceMs, since <= ended else { return false }
      return partition.status == .assigned
        && (partition.shownOwner.map { self[$0].canRead } ?? false)
    }
  }

  /// Whether `accountNotReadMs` is all there was; else it is the least.
  public func isAccountKnown(_ place: Int) -> Bool {
    guard let rebalance, rebalance.isOpenEnded.indices.contains(place) else { return true }
    return !rebalance.isOpenEnded[place]
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
