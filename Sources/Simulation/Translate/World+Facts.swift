import Chronicle
import Coordinator
import Feed
import KafkaModel

/// The coordinator's facts as the feed's events.
extension World {
  mutating func translate(_ fact: GroupFact, into events: inout [TimedEvent]) {
    Chronicle.tell(fact, of: coordinator.group(scenario.groupId), company) { emit($0, &events) }
    switch fact {
    case .offsetCommitted: tellDeliveries(into: &events)
    case .generationStarted(_, let protocolName, _, _): note(chosen: protocolName, &events)
    default: break
    }
  }

  /// The records take the next offsets of the group's partition of `__consumer_offsets`.
  mutating func tellWritten(_ append: Append, into events: inout [TimedEvent]) {
    emit(.written(Offset(writtenCount), append.records.compactMap(WrittenRecord.init)), &events)
    writtenCount += Int64(append.records.count)
  }
}

extension World {
  var company: Company { Company(slots: slots, seats: seats) }
}

/// Whom ids stand for: who sits where, and who sat there before.
struct Company: Roster {
  let slots: Index<MemberId, MemberSlot>
  let seats: [Seat]

  func slot(of id: MemberId) -> MemberSlot? { slots[id] }

  func isFormer(_ id: MemberId, of slot: MemberSlot) -> Bool {
    let seat = seats[slot.index]
    return seat.isAlive && seat.memberId != id && seat.staticId != id
  }
}
