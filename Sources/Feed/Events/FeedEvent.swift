import KafkaModel

/// One thing that happened, as any source reports it; the fold of all is `GroupPicture`.
public enum FeedEvent: Hashable, Sendable {
  // What is being looked at.
  case group(GroupFacts)
  case topic(TopicName, partitions: Int32)
  /// A topic that is known has more partitions now (CreatePartitions); `topic` came just before.
  case partitionsAdded(TopicName, partitions: Int32)
  case memberSeen(MemberSlot, MemberIdentity)

  // Processes, known only where we run them.
  case process(MemberSlot, ProcessChange)

  // A member's own side.
  case memberId(MemberSlot, MemberId)
  case requestSent(MemberSlot, ApiKey)
  case responseReceived(MemberSlot, ApiKey, ErrorCode)
  case doing(MemberSlot, MemberDoing)
  /// The application called subscribe() with another list; an empty one is unsubscribe().
  case subscribed(MemberSlot, [TopicName])
  case assigned(MemberSlot, [TopicPartition], Generation)
  case revoked(MemberSlot, [TopicPartition])
  case lost(MemberSlot, [TopicPartition])
  /// The first Fetch for the partition since it was assigned or polling resumed.
  case readingStarted(MemberSlot, TopicPartition, Offset)
  case readingStopped(MemberSlot, TopicPartition)
  case position(MemberSlot, TopicPartition, Offset)
  /// The application called poll() too late (`max.poll.interval.ms`); the consumer leaves.
  case pollMissed(MemberSlot)
  case failed(MemberSlot, ApiKey, ErrorCode)
  /// A message about the group: a request as it is sent, an answer as it is heard.
  case message(MemberSlot, GroupMessage)

  // The coordinator's side.
  case groupState(GroupState, Generation, RebalanceCause?)
  case leader(MemberSlot?)
  case memberAdded(MemberSlot, MemberId)
  /// `nil`: a member nobody on the screen stands for.
  case memberRemoved(MemberSlot?, MemberId, RemovalReason)
  /// The coordinator holds this member's JoinGroup until the join phase completes.
  case joined(MemberSlot)
  case heartbeat(MemberSlot)
  case plan(Generation, [PlannedShare])
  case committed(TopicPartition, Offset)
  case deadline(Deadline, dueMs: Int64?)
  /// All members are stopped and will be started again with that.
  case regrouping(Regrouping)
  /// Another broker is the group's coordinator from now on; it knows what was written down.
  case coordinatorMoved(BrokerId)
  /// The coordinator's answers of that kind are held back from now on; nil: none is.
  case hold(HoldPoint?)
  /// An answer to the member is ready and is held; nil: it has it, or waits for it no more.
  case held(MemberSlot, HeldAnswer?)
  /// Somebody from that host was hung up on.
  case turnedAway(host: String, TurnedAway)
  /// What the member says of itself, where clients bring their own settings.
  case terms(MemberSlot, MemberTerms)
  /// Records are in `__consumer_offsets`, the first of them at that offset of its partition.
  case written(Offset, [WrittenRecord])

  // The log's side.
  case logEnd(TopicPartition, LogEnd)
  /// A producer was run that sent so many records, one partition after the other from 0 on; where
  /// the logs end now comes next.
  case produced(TopicName, records: Int64)

  // Producers with transactions, where there are any.
  case transaction(TransactionEvent)

  // The source's and the lesson's.
  case health(SourceHealth)
  /// An answer of the broker's came: what is shown is as fresh as that. Live sources only.
  case brokerAnswered
  /// The broker should have answered and has not: how things stand there is not known.
  case brokerSilent
  /// Whether a process of ours tells what it does; one that hangs does not.
  case reporting(MemberSlot, Bool)
  /// The lesson's beat that begins, counted from 0.
  case beat(Int)
}

/// An event, when it happened, and how we know.
public struct TimedEvent: Hashable, Sendable {
  public var timeMs: Int64
  public var event: FeedEvent
  public var provenance: Provenance

  public init(_ timeMs: Int64, _ event: FeedEvent, _ provenance: Provenance = .observed) {
    self.timeMs = timeMs
    self.event = event
    self.provenance = provenance
  }
}

/// How a fact is known.
public enum Provenance: Hashable, Sendable {
  case observed
  case inferred
}
