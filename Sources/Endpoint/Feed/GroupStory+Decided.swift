import Chronicle
import Coordinator
import Feed
import KafkaModel
import NIOCore

/// What the coordinator decides.
extension GroupStory {
  func given(_ input: CoordinatorInput, nowMs: Int64) {
    tape?.add(InputLine.text(input, nowMs: nowMs), timeMs: self.nowMs)
  }

  func changedByHand() { tape?.add(nil, timeMs: nowMs) }

  func decided(_ outcome: CoordinatorOutcome, after call: Call?) {
    let happenings = outcome.happenings.filter { $0.groupId == groupId }
    if let call, let slot = links[call.connection], call.groupId == groupId {
      for new in NewId.all(in: happenings) { seats.note(new.id, of: slot) }
      if case .joinGroup(let request) = call.request, !outcome.refusesJoin { accept(request, slot) }
      if Chronicle.isSignOfLife(outcome.replies.first?.response) { emit(.heartbeat(slot)) }
    }
    if isMoving { return }
    for happening in happenings { tell(happening.fact) }
  }

  private func tell(_ fact: GroupFact) {
    if case .generationStarted(_, let name, _, _) = fact {
      chosen = name
      tellFacts()
    }
    if case .memberRemoved(let id, _) = fact, let slot = seats.slot(of: id), seats[slot].isSilent {
      lost(slot)
    }
    if case .memberRemoved(let id, .left) = fact, expelled.remove(id) != nil {
      return emit(.memberRemoved(seats.slot(of: id), id, .expelled))
    }
    Chronicle.tell(fact, of: group, seats, originMs: originMs) { emit($0) }
  }
}

extension CoordinatorOutcome {
  /// The JoinGroup that it came of is answered with an error, and has not changed anything.
  fileprivate var refusesJoin: Bool {
    guard case .joinGroup(let answer)? = replies.first?.response else { return false }
    return answer.errorCode != .none && answer.errorCode != .memberIdRequired
  }
}

/// Whether somebody is there: a broker sees connections, not processes.
extension GroupStory {
  /// So long a client may take to open its next connection.
  private static let graceMs: Int64 = 300

  func closed(_ connection: ConnectionId) {
    guard let slot = links.remove(connection) else { return }
    seats[slot].connections.remove(connection)
    seats[slot].named.remove(connection)
    if !seats[slot].connections.isEmpty || seats[slot].identity.isOurs { return }
    let delay = TimeAmount.milliseconds(Self.graceMs)
    broker.loop.assumeIsolated().scheduleTask(in: delay) {
      if self.seats[slot].connections.isEmpty, !self.seats[slot].isGone { self.vanished(slot) }
    }
  }

  /// All its connections are closed. Who has left first has ended in good order.
  func vanished(_ slot: MemberSlot) {
    let isMember = seats[slot].memberId.map { group?.member($0) != nil } ?? false
    ended(slot, isMember ? .killed : .ended, .inferred)
  }

  /// Its process is not there any more.
  func ended(_ slot: MemberSlot, _ change: ProcessChange, _ provenance: Provenance) {
    seats[slot].isGone = true
    seats[slot].isSilent = false
    seats[slot].owned = []
    seats[slot].positions = [:]
    endHold(slot)
    emit(.process(slot, change), provenance)
  }

  /// A client of that seat is there again. It may be the very same one, by the id that it uses,
  /// and have been without a connection for a while.
  func cameBack(_ slot: MemberSlot, as id: MemberId) {
    seats[slot].isGone = false
    emit(.process(slot, .started), .inferred)
    guard !id.isEmpty, id == seats[slot].memberId, let member = group?.member(id) else { return }
    emit(.memberId(slot, id))
    emit(.memberAdded(slot, id), .inferred)
    let share = (try? ConsumerAssignment(bytes: member.assignment))?.partitions ?? []
    seats[slot].owned = share
    emit(.assigned(slot, share, seats[slot].generation), .inferred)
  }
}
