/// What holds in every run, whatever happens to members and network.
public enum Invariant: String, Hashable, Sendable, CaseIterable {
  /// A written plan gives a partition to one member at most.
  case planHasOneOwner
  /// … and to subscribers of its topic only; the sticky family may give one back to a member that
  /// had it once.
  case planForSubscribers
  /// Under the cooperative protocol a plan gives nobody what another has just said it still owns.
  case planSparesOwners
  /// Of several readers of a partition, one at most holds the current generation and has the
  /// partition in it.
  case oneCurrentReader
  /// A commit of another generation than the group's never succeeds.
  case noStaleCommit
  /// With `auto.offset.reset=earliest` and nothing deleted, all below a commit was polled.
  case committedWasPolled
  /// A completed join phase has a greater generation than the one before.
  case generationGrows
  /// Once faults stop, the group is Stable within rebalance timeout, session timeout and
  /// initial delay.
  case settlesWhenCalm
  /// What was in the logs when faults stopped is polled in the end, if somebody who is in the
  /// group subscribes to it.
  case allIsPolled

  // Of transactions, and of applications that write what they read.
  /// In transactions no input record counts twice in the output, and none is below a committed
  /// offset without counting.
  case exactlyOnce
  /// Without them none is below a committed offset that was not written.
  case atLeastOnce
  /// Once faults stop, all that was in the input then is in the output before long, for good.
  case allIsDelivered
  /// A read_committed reader gets all that is committed, in order, and nothing else.
  case readsAreCommitted
  /// The last stable offset is where the oldest record is that nobody has decided about, and it
  /// never goes back.
  case stableOffsetHolds
  /// Once faults stop, a transaction is over within its timeout, the coordinator's next look and
  /// what a message takes; and no offset or record is left that waits for one that is over.
  case transactionsEnd
  /// Once faults stop, and what they have done is over, no application has to end.
  case applicationsGoOn

  // Of a coordinator under requests of any kind.
  /// Each request is answered once: at once, or later if it waits in its group or for a write; a
  /// member's second JoinGroup or SyncGroup takes the place of its first.
  case oneAnswer
  /// It is an answer that Kafka can give.
  case lawfulAnswer
  /// A group's state, members, leader and timers agree.
  case groupInOrder
  /// What was written down gives the same hard state when it is loaded.
  case loadedIsWritten

  // Of a transaction coordinator under requests of any kind.
  /// A producer id belongs to one transactional id at most, and its epoch never goes back.
  case producerIsOne
  /// What is written of a transactional id follows on what was written before.
  case stateFollows
  /// A decision that is written stands: only its own completion follows, of the same producer.
  case decisionStands
  /// A decided transaction completes when all its markers are written, and not before; when nobody
  /// asks any more, nothing is left undecided.
  case markedIsComplete
  /// No scan is set for a time that has passed, none twice, and one looks after every open
  /// transaction; one that comes too early or twice does nothing.
  case scansInOrder

  // Of a partition under batches and markers of any kind.
  /// The last stable offset is the high watermark, or the first offset of the oldest transaction
  /// that is open or whose marker is not below it; it never goes back. Readers hear of the aborted
  /// ones in their range.
  case stableIsDecided
  /// A batch that was sent again is answered with its first offset; a new one follows on the last.
  case batchIsOnce
  /// Batches and markers of a former epoch are refused.
  case partitionFences
}

/// An invariant that did not hold, when and how.
public struct Violation: Hashable, Sendable {
  public var timeMs: Int64
  public var invariant: Invariant
  public var detail: String
}
