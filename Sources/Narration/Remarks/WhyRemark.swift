import Feed
import KafkaModel

/// Why the picture looks as it does; one sentence or two.
public enum WhyRemark: Hashable, Sendable {
  case connecting
  case trouble(Trouble, detail: String)
  case noGroup
  /// A broker of ours waits for clients of others.
  case noClient(GroupId?)
  /// The last who came to it was hung up on.
  case turnedAway(host: String, TurnedAway)
  /// Answers of the coordinator's are held back, and so many wait.
  case holds(HoldPoint, waiting: Int)
  /// Another broker, or the same anew, is the coordinator, and the group goes on.
  case coordinatorMoved(BrokerId)
  case empty
  case groupDead
  /// It is no longer a member and works off what it has fetched.
  case readsOutside(MemberSlot, isGroupEmpty: Bool)
  case allRead(members: Int, partitions: Int)
  case idle([MemberSlot], members: Int, partitions: Int)
  case joiningQuietly(MemberSlot)
  /// Its process is gone and the coordinator does not know.
  /// The coordinator does not take it in; what it offers, and what the group needs.
  case joinRefused(MemberSlot, ErrorCode, offers: [String], group: [String])
  case silent(MemberSlot, sinceMs: Int64?)
  /// Its process runs and tells nothing.
  case hangs(MemberSlot)
  /// Its process was stopped as a whole.
  case frozen(MemberSlot)
  /// Its session is over by our clock, and nothing has come of it that is seen.
  case silentTooLong(MemberSlot, sinceMs: Int64?)
  case staticSilent(MemberSlot)
  /// A static member closes, which the coordinator is not told.
  case staticLeaving(MemberSlot)
  /// A static member's new process runs and is about to take the old one's place.
  case staticBack(MemberSlot)
  /// It has taken that place, and nothing else has changed.
  case staticReturned(MemberSlot, [PartitionName])
  /// Its new process runs, its old id is still in the group.
  case restarted(MemberSlot)
  /// A living member's group.instance.id was given to another process, which has not joined yet.
  case sameInstance(MemberSlot, as: MemberSlot)
  /// The other one has its place now, and it does not know.
  case fenced(MemberSlot, by: MemberSlot, reads: Bool)
  case cutOff(MemberSlot, sinceMs: Int64?)
  case cutOffRemoved(MemberSlot)
  case notPolling(MemberSlot)
  case pollMissed(MemberSlot, limitMs: Int64?)
  /// What it had is lost, and it joins again.
  case comesBack(MemberSlot)
  /// Its LeaveGroup is on its way.
  case leavesUnpolled(MemberSlot, limitMs: Int64?)
  /// A static member sends none.
  case quietUnpolled(MemberSlot, limitMs: Int64?)
  case slow(MemberSlot, perSecond: Int64, arriving: Int64)
  case failed(MemberSlot, ErrorCode)
  case leaving(MemberSlot)
  case fetchingOffsets([MemberSlot])
  case otherMember([PartitionName])
  /// All members stop and start again for it.
  case regrouping(Regrouping)
  /// They have started again.
  case regrouped(Regrouping)
  /// They were added, and no plan names them yet.
  case partitionsAdded([PartitionName])
  /// No plan names them, because no member subscribes to their topics.
  case assignedToNobody([PartitionName])
  /// Members with a row whose processes are not ours have partitions.
  case strangersHave([MemberSlot], [PartitionName])
  /// A rebalance runs, or one is over.
  case cause(Cause, isOver: Bool)
  case eagerStop
  /// Cooperative: they go on reading what they have.
  case cooperativeKeeps
  /// Between two bounces: these are cooperative already, the others eager.
  case someKeep([MemberSlot])
  /// A cooperative assignor deals, and an eager one in the lists makes all stop (KIP-429).
  case eagerAsYet(assignor: String)
  /// What members with different lists have in common.
  case commonOnly(assignor: String)
  /// The first round's plan takes partitions from members, who have not heard of it yet.
  case roundTakes([PartitionName], from: [MemberSlot])
  /// They have given those up, and have joined again or are about to.
  case roundTook([PartitionName], from: [MemberSlot], haveRejoined: Bool)
  /// The second round's plan has given what the first one took.
  case roundGave([PartitionName], to: [MemberSlot])
  /// The members' shares differ: how the assignor deals.
  case shares(most: MemberSlot, Int, least: MemberSlot, Int, assignor: String)
  case leaderPlans(MemberSlot?)
  /// The leader is gone before its plan has come, and the coordinator does not know.
  case leaderSilent(MemberSlot, sinceMs: Int64?)
  case transaction(TransactionRemark)
  case watch(WatchRemark)
  /// The source does not see the coordinator: what was said is a conclusion.
  case inferred
}
