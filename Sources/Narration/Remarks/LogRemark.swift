import Feed
import KafkaModel

/// One line of the log: what happened, with its cause.
public enum LogRemark: Hashable, Sendable {
  case state(GroupState, Generation, Cause?)
  case seen(MemberSlot, name: String)
  case process(MemberSlot, ProcessChange)
  /// The process is somebody else's: only its connections are seen.
  case connections(MemberSlot, areOpen: Bool)
  case sent(MemberSlot, ApiKey)
  case answer(MemberSlot, ApiKey, ErrorCode)
  /// None = unsubscribe().
  case regrouping(Regrouping)
  case subscribed(MemberSlot, [TopicName])
  case partitionsAdded(TopicName, Int32)
  case coordinatorMoved(BrokerId)
  /// nil = what was held is let go.
  case hold(HoldPoint?)
  /// Whether anything comes of a client of others.
  case heard(MemberSlot, isSo: Bool)
  case turnedAway(host: String, TurnedAway)
  case produced(TopicName, Int64)
  case assigned(MemberSlot, [PartitionName], Generation)
  case revoked(MemberSlot, [PartitionName])
  case lost(MemberSlot, [PartitionName])
  case readingStarted(MemberSlot, PartitionName, Offset)
  /// The same for several partitions, told in one line.
  case readsMany(MemberSlot, [PartitionName])
  case pollMissed(MemberSlot)
  case failed(MemberSlot, ApiKey, ErrorCode)
  case leader(MemberSlot)
  case added(MemberSlot)
  /// The broker's answer names it, and did not before.
  case listed(MemberSlot)
  case removed(Who, RemovalReason)
  /// A static member has another member id than in the answer before.
  case newId(MemberSlot)
  /// A member of a group that is looked at from outside is in no answer any more.
  case gone(Who, isExpired: Bool)
  case plan(Generation, [LogShare])
  case transaction(TransactionLog)
  case connected
  case connecting
  case trouble(Trouble, detail: String)
  /// Stable again, in a group that is looked at from outside.
  case rebalanced(RebalanceSummary)

  /// Says why the group rebalances: what the log is read for.
  public var isCause: Bool {
    if case .state(_, _, .some) = self { true } else { false }
  }

  /// The line in words.
  public func text(in language: Language) -> Phrase { language.log.line(self) }
}

/// What a plan gives one member.
public struct LogShare: Hashable, Sendable {
  public var who: Who
  public var partitions: [PartitionName]
}
