import Feed
import NIOCore

/// Answers that are held back, and how long their clients wait for them.
extension GroupStory {
  func held(_ call: Call) {
    guard let slot = links[call.connection], let point = broker.outbox.held?.point else { return }
    let request = ClientSeat.HeldRequest(call)
    let answer = AnswerPatience.of(seats[slot], at: point)
    seats[slot].held = request
    emit(.held(slot, answer))
    if AnswerPatience.losesAll(seats[slot], at: point) {
      expectLoss(slot, of: request, atMs: answer.givesUpMs)
    }
  }

  /// Its next JoinGroup stands behind the answer that it waits for: that it has given up shows
  /// nowhere.
  private func expectLoss(_ slot: MemberSlot, of request: ClientSeat.HeldRequest, atMs: Int64) {
    let delay = TimeAmount.milliseconds(max(0, atMs - nowMs))
    broker.loop.assumeIsolated().scheduleTask(in: delay) {
      if self.seats[slot].held == request { self.giveUp(slot, keeping: []) }
    }
  }

  func dropped(_ call: Call) {
    guard let slot = links[call.connection], seats[slot].held == .init(call) else { return }
    endHold(slot)
  }

  func endHold(_ slot: MemberSlot) {
    guard seats[slot].held != nil else { return }
    seats[slot].held = nil
    emit(.held(slot, nil))
  }
}
