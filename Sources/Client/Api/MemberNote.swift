import KafkaModel

/// Something that happened inside a consumer, for those who watch it.
public enum MemberNote: Hashable, Sendable {
  /// The coordinator has made an id for it (KIP-394), or a new one (static members).
  case memberIdGiven(MemberId)
  /// JoinGroup answered: from now on it speaks with this generation.
  case joined(Generation, isLeader: Bool)
  /// `Member.doing` has another value.
  case doing(MemberDoing)
  /// subscribe() was called with these; none = unsubscribe().
  case subscribed([TopicName])
  /// As the leader it has run the group's assignor over this; what came out is in its SyncGroup.
  case planned(AssignmentInput, assignor: String)
  /// `onPartitionsRevoked`: given up in good order. Under the eager protocol all of it, before
  /// each join; under the cooperative one what the new assignment withdraws.
  case revoked([TopicPartition])
  /// `onPartitionsAssigned`: all the member has now. Under the eager protocol all of it is new,
  /// under the cooperative one what it had before goes on being read.
  case assigned([TopicPartition], Generation)
  /// `onPartitionsLost`: somebody else may have them already.
  case lost([TopicPartition])
  /// The first Fetch was sent for it since it was assigned or since polling resumed.
  case readingStarted(TopicPartition, Offset)
  /// Nothing is fetched for it any more.
  case readingStopped(TopicPartition)
  /// poll() has handed these records to the application; the position is past them.
  case processed(TopicPartition, RecordRun)
  /// The position has moved over offsets that bring no record: markers, aborted ones.
  case passedOver(TopicPartition, Offset)
  /// OffsetCommit succeeded for these.
  case committed([PartitionOffset])
  /// OffsetCommit was refused, and why.
  case commitRefused(ErrorCode)
  /// `max.poll.interval.ms` passed without a poll: the member has left by itself.
  case pollMissed
  /// No heartbeat was answered for `session.timeout.ms`.
  case sessionExpired
  /// The coordinator does not know the member or its generation any more.
  case evicted(ErrorCode, ApiKey)
  /// A fatal error came out of poll(); the consumer does nothing more but close.
  case failed(ErrorCode, ApiKey)
  /// close() has come back.
  case closed
}
