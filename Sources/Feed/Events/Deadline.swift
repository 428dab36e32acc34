/// Something that is due: whose timer it is.
public enum Deadline: Hashable, Sendable {
  /// The coordinator removes the member (`session.timeout.ms` after its last sign of life).
  case session(MemberSlot)
  /// The same for the id that the slot's process had before it was restarted.
  case formerSession(MemberSlot)
  /// The member sends its next heartbeat (`heartbeat.interval.ms`).
  case heartbeat(MemberSlot)
  /// The member's poll() must come (`max.poll.interval.ms`).
  case poll(MemberSlot)
  case autoCommit(MemberSlot)
  case backoff(MemberSlot)
  /// The first join phase of an empty group ends (`group.initial.rebalance.delay.ms`).
  case initialDelay
  /// The join phase ends without those who have not joined (rebalance timeout).
  case join
  /// Members that have not synced are removed (rebalance timeout).
  case sync
}
