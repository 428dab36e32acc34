import KafkaModel

/// Whether a partition is read, and if not, why not.
public enum PartitionStatus: String, Hashable, Sendable, CaseIterable {
  /// A live member fetches it.
  case read
  /// Its owner is there but does not fetch it (yet).
  case assigned
  /// Its owner gives it up and still reads it.
  case revoking
  /// Its owner is gone and the coordinator does not know.
  case ghost
  /// The plan names nobody, or a rebalance took it away.
  case nobody
  /// A live source cannot tell.
  case unknown

  public var isRead: Bool { self == .read || self == .revoking }
}

/// Who the last written plan names for a partition.
public enum PlannedOwner: Hashable, Sendable {
  case slot(MemberSlot)
  /// A member that no row stands for.
  case anotherMember
  case nobody
  case unknown

  public var slot: MemberSlot? {
    if case .slot(let slot) = self { slot } else { nil }
  }
}

/// One partition as it is now.
public struct PartitionPicture: Hashable, Sendable {
  public let partition: TopicPartition
  /// By the last plan that was written.
  public internal(set) var planned: PlannedOwner = .unknown
  /// Whom the plan names has given it up since: the plan says nothing of it any more.
  var isGivenUp = false
  /// Who has it by its own account (between onPartitionsAssigned and revoked or lost).
  public internal(set) var owner: MemberSlot?
  /// Who fetches it.
  public internal(set) var reader: MemberSlot?
  /// A second one that still fetches it without the current plan's leave.
  public internal(set) var staleReader: MemberSlot?
  /// Who has it by its own account has left the group, and does not know it.
  var isOwnerOut = false
  /// Who reads it is no member any more, whatever the last plan says.
  var isReadFromOutside = false
  public internal(set) var status: PartitionStatus = .unknown
  /// Since when no live member reads it; nil while one does, or where nothing is known.
  public internal(set) var notReadSinceMs: Int64?
  /// When it was added to a topic that the group had a plan for.
  public internal(set) var addedMs: Int64?
  /// The last time that nobody read it and that is over.
  public internal(set) var lastStop: Stop?
  /// The reader's next offset to fetch; the last reader's, while there is none.
  public internal(set) var position: Offset?
  /// Up to where it has ever been read: beyond the position, while records are read again.
  public internal(set) var readTo: Offset?
  public internal(set) var committed: Offset?
  /// The last stable offset as it was told; nil = it is the high watermark.
  var stableOffset: Offset?
  /// What readers pass over, the last ones; and what is to be decided.
  var gaps: [LogGap] = []
  var writes: [UndecidedWrite] = []
  var logEnd: LogEnd?
  var logEndAtMs: Int64 = 0
  /// Somebody whose process is not seen was concluded to read it, from what was committed: once
  /// that ends, it is not read.
  var isFollowed = false
  /// When its reader's work was last seen: a commit, or the last record that had been waited for.
  var workedMs: Int64?

  init(_ partition: TopicPartition) { self.partition = partition }

  mutating func commit(_ offset: Offset, atMs: Int64) {
    if let committed, offset > committed { workedMs = atMs }
    committed = offset
  }

  mutating func grow(_ end: LogEnd, atMs: Int64) {
    if let committed, committed == logEnd?.offset { workedMs = atMs }
    logEnd = end
    logEndAtMs = atMs
  }

  /// Somebody was concluded to read it, from work that was just seen.
  mutating func follow(atMs: Int64) {
    isFollowed = true
    workedMs = atMs
  }

  /// Whether its commits say that somebody is at work: where nothing has waited for long, it says
  /// nothing that there are none.
  func tells(atMs nowMs: Int64) -> Bool {
    guard let workedMs else { return false }
    return (lag(atMs: nowMs) ?? 0) > 0 || nowMs - workedMs < Self.shortestSessionMs
  }

  /// `group.min.session.timeout.ms`.
  private static let shortestSessionMs: Int64 = 6_000

  /// Since when nobody reads it, where that is noticed now: whose work is only seen by its commits
  /// has done nothing since the last one.
  func stoppedMs(atMs nowMs: Int64) -> Int64 {
    guard isFollowed, let workedMs, lag(atMs: nowMs) != 0 else { return nowMs }
    return workedMs
  }

  /// A time that nobody read a partition.
  public struct Stop: Hashable, Sendable {
    public var fromMs: Int64
    public var toMs: Int64
    /// Records before it that the next reader fetches again: they were read and not committed.
    public var readTwice: Int64 = 0
  }

  /// The log's end at a time, if it is known.
  public func logEnd(atMs nowMs: Int64) -> Offset? {
    logEnd?.offset(afterMs: nowMs - logEndAtMs)
  }

  /// Log end minus committed, what `--describe` prints as LAG; nil where either is not known.
  public func lag(atMs nowMs: Int64) -> Int64? {
    guard let committed, committed.value >= 0, let end = logEnd(atMs: nowMs) else { return nil }
    return max(0, end - committed)
  }

  /// How many offsets the reader is behind the log's end; nil where either is not known.
  public func unread(atMs nowMs: Int64) -> Int64? {
    guard let position, let end = logEnd(atMs: nowMs) else { return nil }
    return max(0, end - position)
  }

  /// Who is shown as its owner: who has it, else whom the plan names.
  public var shownOwner: MemberSlot? {
    switch status {
    case .read, .revoking: reader
    case .assigned: isOwnerOut ? planned.slot ?? owner : owner ?? planned.slot
    case .ghost: planned.slot ?? owner
    case .unknown: planned.slot
    case .nobody: nil
    }
  }
}
