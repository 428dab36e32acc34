/// Why a classic group goes into PreparingRebalance, as the coordinator sees it
/// (the callers of `GroupMetadataManager.prepareRebalance`).
public enum RebalanceCause: Hashable, Sendable {
  /// The first member of a group that had none; the initial delay begins.
  case groupWasEmpty(MemberId)
  /// A member joined a group that had some already.
  case newMember(MemberId)
  /// A member sent JoinGroup with other protocols or metadata than before.
  case memberRejoined(MemberId)
  /// The leader sent JoinGroup in Stable, which always means a rebalance.
  case leaderRejoined(MemberId)
  /// A member (or a pending id) left with LeaveGroup.
  case memberLeft(MemberId)
  /// A member's session ended.
  case sessionTimedOut(MemberId)
  /// A new member waited for the join phase longer than it may (five minutes).
  case newMemberTimedOut(MemberId)
  /// An id handed out with MEMBER_ID_REQUIRED was never used.
  case pendingExpired(MemberId)
  /// These members joined the generation but did not send SyncGroup in time.
  case didNotSync([MemberId])
  /// A static member came back under a new id (KIP-345), and that changes something.
  case staticReplaced(MemberId)
  /// The plan could not be written to `__consumer_offsets`.
  case writeFailed
  /// A group was loaded that has more members than `group.max.size`.
  case groupTooLarge
}
