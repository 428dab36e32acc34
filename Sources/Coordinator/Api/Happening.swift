import KafkaModel

/// Something that took place inside a group, in no human language; for the screen and the log.
public struct Happening: Hashable, Sendable {
  public var groupId: GroupId
  public var fact: GroupFact

  public init(groupId: GroupId, fact: GroupFact) {
    self.groupId = groupId
    self.fact = fact
  }
}

/// What took place.
public enum GroupFact: Hashable, Sendable {
  /// `cause` where the group goes into PreparingRebalance. `generation` is the one after it.
  case stateChanged(
    from: GroupState, to: GroupState, generation: Generation, cause: RebalanceCause?)
  /// MEMBER_ID_REQUIRED (KIP-394): the id is pending until it joins or its session ends.
  case memberIdHandedOut(MemberId, clientId: ClientId, dueMs: Int64)
  /// A pending id is forgotten: it left or its session ended.
  case pendingIdDropped(MemberId)
  case memberAdded(MemberId, instanceId: InstanceId?, clientId: ClientId)
  case memberRemoved(MemberId, RemovalReason)
  /// A static member's new process took over (KIP-345).
  case staticMemberReplaced(InstanceId, old: MemberId, new: MemberId)
  /// The member's JoinGroup waits: `joined` of `members` members wait now, and `pending` ids
  /// are out.
  case joinParked(MemberId, joined: Int, members: Int, pending: Int)
  /// The member's SyncGroup waits for the leader's plan, or for its write.
  case syncParked(MemberId)
  /// The group's first leader, or another one than before.
  case leaderElected(MemberId)
  /// The join phase is complete.
  case generationStarted(
    Generation, protocolName: String, leader: MemberId, members: [MemberId])
  /// The initial delay begins or is extended; `extended` says which.
  case initialDelay(dueMs: Int64, extended: Bool)
  /// How long the join phase waits for those who have not rejoined.
  case joinTimerSet(dueMs: Int64)
  case syncTimerSet(dueMs: Int64)
  case sessionTimerSet(MemberId, dueMs: Int64)
  case sessionTimerCleared(MemberId)
  /// The plan is in `__consumer_offsets`, one entry a member, in the group's order.
  case planWritten(Generation, [SyncGroupRequest.Assignment])
  /// `memberId` is empty for a commit from outside the group.
  case offsetCommitted(TopicPartition, Offset, memberId: MemberId)
  /// A transaction has written an offset that counts when it commits.
  case offsetPending(TopicPartition, Offset, Producer)
  /// The transaction ended: its pending offsets in the group are gone. Those that count now follow
  /// as `offsetCommitted`.
  case transactionEnded(Producer, isCommit: Bool)
  /// DeleteGroups.
  case groupDeleted
}
