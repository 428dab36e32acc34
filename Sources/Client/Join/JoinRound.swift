import KafkaModel

/// How far the present attempt to join has come; one attempt runs at a time.
enum JoinRound: Hashable, Sendable {
  /// No attempt runs. Leads to joining.
  case none
  /// JoinGroup waits for its answer. Leads to awaitingTopics (leader), syncing, none.
  case joining
  /// The leader waits for Metadata of topics it did not know. Leads to syncing, none.
  case awaitingTopics(AssignmentTask)
  /// SyncGroup waits for its answer. Leads to none.
  case syncing
}

/// What the leader has been told by JoinGroup's answer.
struct AssignmentTask: Hashable, Sendable {
  var members: [AssignmentMember]
  /// The subscriptions of all, in text order.
  var topics: [TopicName]
  var protocolName: String
  /// A static leader that came back only syncs (KIP-814).
  var skips: Bool
}

/// How far `onJoinPrepare` has come.
enum JoinPrepare: Hashable, Sendable {
  /// Leads to committing, or at once to its end.
  case notBegun
  /// The commit of all positions waits for its answer. Leads to done, retrying.
  case committing
  /// The commit is tried again after a backoff.
  case retrying
  /// The commit has ended, well or not; partitions are given up next.
  case committed
}
