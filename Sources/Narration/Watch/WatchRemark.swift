import Feed
import KafkaModel

/// Why a group that is looked at from outside looks as it does.
public enum WatchRemark: Hashable, Sendable {
  /// Its last commit was long before it was gone: a session had time to end.
  case expired(Who, silentSinceMs: Int64?, goneMs: Int64)
  /// It was gone soon after its last commit: it left, or an administrator removed it.
  case left(Who, goneMs: Int64)
  /// It was gone before, and is a member again.
  case isBack(Who)
  /// Static members under new member ids, with the shares that they had: what lay in between, no
  /// answer tells.
  case replaced([MemberSlot])
  /// Owners that are shown while the group rebalances are those of the plan before.
  ///
  /// - Parameter isGiven: the broker still tells them; false: it withholds them.
  case ghosts(ageMs: Int64, isGiven: Bool)
  /// They have partitions in which records wait, and commit nothing.
  case silent([MemberSlot], sinceMs: Int64)
  case slow(MemberSlot, lag: Int64?, perSecond: Int64?)
  /// Nobody has them.
  case unowned([PartitionName])
  /// They were deleted, or may not be seen: their lag is not known.
  case unseenTopics(String)
  /// They are no consumers (Kafka Connect), so that who has what cannot be read.
  case notConsumers(String)
  /// Of all partitions the offsets move on, or nothing is left to read.
  case allMove(members: Int, partitions: Int)
  /// Of so many no commit was seen yet.
  case notSeenYet(Int, of: Int)
}

/// What comes next in a group that is looked at from outside.
public enum WatchNext: Hashable, Sendable {
  /// JoinGroup of all, then the plan.
  case joinPhase
  case planPhase
  /// That they read again shows in their next commits.
  case commitsShow
  /// Whether its heartbeats go on is not seen.
  case mayExpire(MemberSlot)
  case whoeverJoins
}

/// What it costs, as far as it is known.
public enum WatchCost: Hashable, Sendable {
  /// What a rebalance did that began and ended between two answers, so that nothing was seen to
  /// stand still.
  case verdict(kept: Int, moved: Int, needless: Int)
  /// - Parameter unknown: partitions of which the lag is not known.
  case lag(Int64?, unknown: Int, of: Int)
}

/// How a line of the story is known.
public enum Evidence: Hashable, Sendable, CaseIterable {
  case seen
  case inferred
  case unknown
}

/// The same of Why, Cost and Next.
public struct StoryEvidence: Hashable, Sendable {
  public var why: Evidence
  public var cost: Evidence
  public var next: Evidence

  public init(why: Evidence, cost: Evidence, next: Evidence) {
    self.why = why
    self.cost = cost
    self.next = next
  }
}

/// A rebalance that is over, in one line.
public struct RebalanceSummary: Hashable, Sendable {
  public var causes: [Cause]
  /// 0: it began and ended between two answers.
  public var durationMs: Int64
  /// It ran already when the group was first seen.
  public var isLeast: Bool
  public var kept: Int
  public var moved: Int
  public var needless: Int
  public var rounds: Int
  /// 0: nothing was seen to stand still, which is not that nothing did.
  public var notReadMs: Int64
  /// All is read again that it stopped.
  public var isSettled: Bool
  /// Who has lost partitions to whom, the first ones.
  public var moves: [Move]

  /// Partitions that went from one member to another.
  public struct Move: Hashable, Sendable {
    public var from: Who
    public var to: Who
    public var count: Int
  }
}
