import KafkaModel

/// What happens to a consumer, as past facts; `nowMs` comes beside it.
public enum MemberInput: Hashable, Sendable {
  /// The application has made the consumer, subscribed and called poll() for the first time.
  case start
  /// A broker has answered. An answer nobody waits for any more is ignored.
  case response(correlationId: Int32, Response)
  /// The connection was lost or refused: this request gets no answer.
  case failed(correlationId: Int32)
  /// The time asked for in `MemberOutcome.wakeAtMs` has come; earlier or later does no harm.
  case wake
  /// The application is stuck in its own code: it processes nothing and calls poll() no more.
  case stopPolling
  /// The application calls poll() again.
  case resumePolling
  /// Records a second the application works off from now on; 0 = it gets nothing done.
  case processRate(perSecond: Int64)
  /// The application calls subscribe() with this list before its next poll(); with an empty one
  /// unsubscribe().
  case subscribe([TopicName])
  /// An application that works its records off first (`Member.waitsAfterWork`) calls poll() again.
  case pollAgain
  /// The application calls commitSync() with these next offsets to read; over when a note says that
  /// they are committed, or why they are refused for good. Not while it is inside poll().
  case commitSync([PartitionOffset])
  /// The application calls seek() for these; what it does not own is left out, where Java throws.
  case seek([PartitionOffset])
  /// The application calls committed() and seeks to what that says for each partition it owns, to
  /// the beginning where nothing is committed: what it does when its transaction was aborted.
  case seekToCommitted
  /// The application has called close().
  case close
  /// close() with `CloseOptions` LEAVE_GROUP (KIP-1092): a static member leaves the group too.
  case closeAndLeave
}
