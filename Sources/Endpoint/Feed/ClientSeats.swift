import Chronicle
import Feed
import KafkaModel

/// Who sits where: static members by instance id, dynamic ones by client id and host, so that a
/// client that comes back has its old letter; two that are alike have two.
struct ClientSeats: Roster {
  private(set) var all: [ClientSeat] = []
  private var ids: [MemberId: MemberSlot] = [:]

  var count: Int { all.count }
  var slots: [MemberSlot] { all.indices.map(MemberSlot.init) }

  subscript(slot: MemberSlot) -> ClientSeat {
    get { all[slot.index] }
    set { all[slot.index] = newValue }
  }

  func slot(of id: MemberId) -> MemberSlot? { ids[id] }

  func isFormer(_ id: MemberId, of slot: MemberSlot) -> Bool {
    !self[slot].isGone && self[slot].memberId != id
  }

  private static let mostIds = 20_000

  /// The seat's newest id.
  mutating func note(_ id: MemberId, of slot: MemberSlot) {
    if ids.count >= Self.mostIds {
      ids = ids.filter { self[$0.value].memberId == $0.key }
    }
    ids[id] = slot
    self[slot].memberId = id
  }

  /// More are members like others, and have no row.
  static let most = 1_000

  mutating func add(_ identity: MemberIdentity) -> MemberSlot {
    all.append(ClientSeat(identity: identity))
    return MemberSlot(all.count - 1)
  }

  /// Whose JoinGroup it is; nil for somebody new.
  ///
  /// - Parameter known: whose connection it came over, where that is known.
  func slot(
    joining request: JoinGroupRequest, from identity: MemberIdentity, _ known: MemberSlot?
  ) -> MemberSlot? {
    if !request.memberId.isEmpty, let slot = ids[request.memberId] { return slot }
    if let known, self[known].identity.instanceId == request.groupInstanceId { return known }
    // A process of ours is known by its client id, whenever it comes.
    let ours = slots.first {
      self[$0].identity.isOurs && self[$0].identity.clientId == identity.clientId
    }
    if let ours { return ours }
    return slots.first { isFree(self[$0]) && isLike(self[$0].identity, identity) }
  }

  /// Nobody is there who would sit there still. A client that has closed its connection to the
  /// coordinator and comes anew over another one goes on fetching over the rest.
  private func isFree(_ seat: ClientSeat) -> Bool {
    !seat.identity.isOurs && seat.named.isEmpty
  }

  private func isLike(_ seat: MemberIdentity, _ other: MemberIdentity) -> Bool {
    if seat.instanceId != nil || other.instanceId != nil {
      return seat.instanceId == other.instanceId
    }
    return seat.clientId == other.clientId && seat.host == other.host
  }

  /// The members that a connection of that client may belong to.
  func candidates(clientId: ClientId, host: String) -> [MemberSlot] {
    slots.filter {
      self[$0].identity.clientId == clientId && self[$0].identity.host == host && !self[$0].isGone
    }
  }
}
