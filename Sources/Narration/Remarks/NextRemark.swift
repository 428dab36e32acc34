import Feed
import KafkaModel

/// What comes next, and when.
public enum NextRemark: Hashable, Sendable {
  case heartbeats(everyMs: Int64?, sessionMs: Int64?)
  case tryKill(MemberSlot)
  case tryRestart(MemberSlot)
  case tryStart
  /// What a client has to be told to join, and a command that does it.
  /// `security`: what they have to speak where that is not PLAINTEXT.
  case clientsWanted(address: String, group: GroupId?, topic: TopicName?, security: String?)
  /// It waits for an answer that is held. `isKnown`: it has told how long it does.
  case givesUpAnswer(MemberSlot, inMs: Int64, isKnown: Bool)
  case nothingHeldYet
  case letGo
  /// No process has run yet.
  case firstLeads
  case trying
  case notTried
  /// Nor is it where who we say we are, or what we trust, is wrong.
  case shutOut
  /// The session is over by our clock; what the coordinator does shows in the others' answers.
  case sessionIsOver(MemberSlot, limitMs: Int64?, others: [MemberSlot])
  /// The coordinator removes a silent member.
  case sessionEnds(MemberSlot, inMs: Int64, limitMs: Int64?, others: [MemberSlot])
  /// The same of several at once. `left`: who is in the group after that.
  case sessionsEnd([MemberSlot], inMs: Int64, limitMs: Int64?, left: [MemberSlot])
  case removesWhenDue(MemberSlot)
  case staticReturn(MemberSlot, inMs: Int64?, limitMs: Int64?)
  /// A static member's new process gets the old one's place.
  case takesPlace(MemberSlot)
  /// A second process with a living member's group.instance.id.
  case takesPlaceOf(MemberSlot, MemberSlot)
  case toldFenced(MemberSlot)
  case fencesInTurn(MemberSlot, MemberSlot)
  case joinsAsNew(MemberSlot)
  /// It does not know yet which broker the group's coordinator is.
  case asksWhoCoordinates(MemberSlot)
  /// Its first JoinGroup is answered MEMBER_ID_REQUIRED (KIP-394).
  case isGivenAnId(MemberSlot)
  /// It has sent the second one, with that id.
  case joinsWithItsId(MemberSlot)
  /// The first round's plan is on its way to those who must give something up.
  case givesUpAndRejoins([MemberSlot], [PartitionName])
  /// What was given up is free for the second round.
  case secondRoundGives([PartitionName])
  /// Under the cooperative protocol they do not stop.
  case readOn([MemberSlot])
  /// - Parameter isExtended: members came while it waited (`InitialDelayedJoin`).
  case initialDelay(inMs: Int64, isExtended: Bool)
  case waitsFor([MemberSlot])
  /// They have heard of the rebalance and commit before they join (`onJoinPrepare`).
  case givesUp([MemberSlot])
  /// Their SyncGroup is answered REBALANCE_IN_PROGRESS, at once.
  case toldBySync([MemberSlot])
  case joinOnItsWay([MemberSlot])
  /// The join phase waits for ids whose processes are gone.
  case waitsForGone([MemberSlot], inMs: Int64?)
  case waitsForFormer(MemberSlot, inMs: Int64?)
  case waitsForOthers
  /// Who else is in the group a live source does not see.
  case waitsUnseen
  case atMost(inMs: Int64)
  case allJoined(leader: MemberSlot?)
  /// JoinGroup is answered: the leader learns who is in the group.
  case leaderIsTold(MemberSlot, waiting: [MemberSlot])
  case planOnItsWay(MemberSlot, waiting: [MemberSlot])
  /// The plan is stored: SyncGroup is answered.
  case sharesSent([MemberSlot])
  /// - Parameter stops: all have stopped and read again only then.
  case leaderSends(MemberSlot, others: [MemberSlot], stops: Bool)
  case planComes(stops: Bool)
  case leaderGone(MemberSlot, inMs: Int64?)
  case readsAfterOffsets([MemberSlot])
  /// It reads others of its partitions already.
  case fetchesNext(MemberSlot, PartitionName)
  case backlog(MemberSlot, PartitionName)
  /// - Parameter all: every member stops then, not only who gives something up.
  case ifRestarts(MemberSlot, all: Bool)
  case pollDue(MemberSlot, inMs: Int64)
  /// While it works off what it has.
  case pollWithin(MemberSlot, inMs: Int64)
  case pollHolds(MemberSlot)
  case refusedUntilChanged(MemberSlot)
  case returnsWithPoll(MemberSlot)
  case returnsWhenHealed(MemberSlot)
  /// It reads outside of the group until its next poll().
  case returnsAfterBatch(MemberSlot)
  case lagGrowsOn(MemberSlot)
  case leaves(MemberSlot)
  /// It has given up what it had.
  case leaveOnItsWay(MemberSlot)
  /// All leave; then they start again.
  case allLeave
  /// Some of them have given up what they had, or are out already.
  case stillLeaving([MemberSlot], onTheWay: [MemberSlot])
  /// All have left.
  case allStart
  /// Only the leader watches partition counts (`metadata.max.age.ms`).
  case leaderLooks(MemberSlot?, [PartitionName], inMs: Int64?)
  case applicationMustHandle(MemberSlot)
  case transaction(TransactionNext)
  case watch(WatchNext)
}
