import Feed
import KafkaModel
import NIOCore

/// Clients of others that neither fetch nor send heartbeats, though their connections are open: a
/// process that stands still, or a network that lets nothing through.
extension GroupStory {
  private static let lookMs: Int64 = 500
  /// Java's `heartbeat.interval.ms`, which nobody tells a broker.
  private static let usualGapMs: Int64 = 3_000

  func watchSilence() {
    let delay = TimeAmount.milliseconds(Self.lookMs)
    silenceTimer = broker.loop.assumeIsolated().scheduleTask(in: delay) {
      for slot in self.seats.slots where self.hasFallenSilent(slot) { self.fallenSilent(slot) }
      self.watchSilence()
    }
  }

  /// Half a heartbeat late: one that works long between two polls still sends heartbeats. Who waits
  /// for an answer of ours need not say anything.
  private func hasFallenSilent(_ slot: MemberSlot) -> Bool {
    let seat = seats[slot]
    guard !seat.identity.isOurs, !seat.isGone, !seat.isSilent, seat.held == nil,
      let id = seat.memberId, let member = group?.member(id)
    else { return false }
    let isWaiting = member.parkedJoin != nil || member.parkedSync != nil
    let limitMs = (seat.heartbeatGapMs ?? Self.usualGapMs) * 3 / 2 + Self.lookMs
    return !isWaiting && nowMs > seat.signMs + limitMs
  }

  private func fallenSilent(_ slot: MemberSlot) {
    seats[slot].isSilent = true
    emit(.process(slot, .frozen), .inferred)
  }

  /// It lives: something has come of it.
  func sign(of slot: MemberSlot) {
    seats[slot].signMs = nowMs
    guard seats[slot].isSilent else { return }
    seats[slot].isSilent = false
    emit(.process(slot, .thawed), .inferred)
  }

  func heartbeatCame(of slot: MemberSlot) {
    if let before = seats[slot].heartbeatMs {
      seats[slot].heartbeatGapMs = min(Self.usualGapMs * 20, max(100, nowMs - before))
    }
    seats[slot].heartbeatMs = nowMs
  }
}
