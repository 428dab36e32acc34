import Feed
import KafkaModel

/// Something the scenario does by itself.
public struct ScriptEntry: Hashable, Sendable {
  /// Milliseconds after the lesson's start, which is when the group is Stable for the first time
  /// and every partition is read; in a prologue that is where the prologue begins.
  public var afterStartMs: Int64
  public var command: Command

  public init(afterStartMs: Int64, _ command: Command) {
    self.afterStartMs = afterStartMs
    self.command = command
  }
}

/// A part of a lesson: begins with an event, never by the clock.
public struct Beat: Hashable, Sendable {
  public enum Trigger: Hashable, Sendable {
    case start
    case process(MemberSlot, ProcessChange)
    /// The coordinator takes the member in.
    case added(MemberSlot)
    case removed(MemberSlot)
    /// Its poll() comes too late.
    case pollMissed(MemberSlot)
    /// Its consumer ends with an error.
    case failed(MemberSlot)
    /// The member gives partitions up.
    case revoked(MemberSlot)
    /// No partition is read any more.
    case nobodyReads
    case state(GroupState)
    /// A producer was run.
    case produced
    /// All that is in the logs has been read and committed.
    case caughtUp
    /// Somebody sends such a request; that it is heard comes later.
    case sent(ApiKey)
    /// The member fetches a partition for the first time since it was assigned.
    case reads(MemberSlot)
    /// Somebody hears such an answer.
    case answered(ApiKey, ErrorCode)
    /// The members have agreed on that `partition.assignment.strategy`.
    case strategy([String])
    /// The group is Stable and every partition is read.
    case settled
    case transaction(TransactionMoment)
  }

  /// ASCII, for `--beat` and the snapshot.
  public var name: String
  public var trigger: Trigger

  public init(_ name: String, _ trigger: Trigger) {
    self.name = name
    self.trigger = trigger
  }
}
