import Feed
import KafkaModel

/// Who came, who went, who is the same under another id.
struct MembershipChange {
  /// Their seats, and the ids that they had.
  var gone: [Int] = []
  var new: [DescribeGroupsResponse.Member] = []
  /// Static members under a new id (KIP-345): another process of the same instance id.
  var replaced: [(seat: Int, member: DescribeGroupsResponse.Member)] = []

  var isEmpty: Bool { gone.isEmpty && new.isEmpty && replaced.isEmpty }
}

extension WatchInference {
  func change(_ members: [DescribeGroupsResponse.Member]) -> MembershipChange {
    var change = MembershipChange()
    var ids: Set<MemberId> = []
    for member in members { ids.insert(member.memberId) }
    var known: [MemberId: Int] = [:]
    for (index, seat) in seats.enumerated() where seat.isMember { known[seat.memberId] = index }
    var isTaken: Set<Int> = []
    for member in members where known[member.memberId] == nil {
      let former = seats.indices.first {
        member.groupInstanceId != nil && seats[$0].isMember && seats[$0].resembles(member)
          && !ids.contains(seats[$0].memberId) && !isTaken.contains($0)
      }
      if let former {
        isTaken.insert(former)
        change.replaced.append((former, member))
      } else {
        change.new.append(member)
      }
    }
    change.gone = seats.indices.filter {
      seats[$0].isMember && !ids.contains(seats[$0].memberId) && !isTaken.contains($0)
    }
    if keepsOrder { return change }
    // In the order of their names, so that letters do not depend on a broker's hash table.
    change.new.sort {
      ($0.groupInstanceId?.text ?? "", $0.clientId, $0.clientHost, $0.memberId)
        < ($1.groupInstanceId?.text ?? "", $1.clientId, $1.clientHost, $1.memberId)
    }
    return change
  }

  /// What began a rebalance that shows this change; nil where it does not tell.
  func cause(_ change: MembershipChange) -> RebalanceCause? {
    if state == .empty, let first = change.new.first { return .groupWasEmpty(first.memberId) }
    if let gone = change.gone.first {
      let id = seats[gone].memberId
      return reason(gone) == .sessionTimedOut ? .sessionTimedOut(id) : .memberLeft(id)
    }
    if let new = change.new.first { return .newMember(new.memberId) }
    if let replaced = change.replaced.first { return .staticReplaced(replaced.member.memberId) }
    // The leader looks at the partition counts and joins again; who it is, no answer tells.
    return hasGrown ? .leaderRejoined("") : nil
  }

  /// Why a member is gone, by when its work was last seen: one that closes commits and leaves at
  /// once, one that died was silent for its session before.
  func reason(_ seat: Int) -> RemovalReason {
    // A static member says nothing when it closes (KIP-345).
    if seats[seat].isStatic { return .sessionTimedOut }
    let waiting = seats[seat].owned.compactMap { place(of: $0) }
      .map { ledgers[$0.topic].partitions[$0.number] }
      .filter { ($0.lag ?? 0) > 0 && $0.aliveMs >= 0 }
    guard let last = waiting.map(\.aliveMs).max() else { return .left }
    return nowMs - last + 500 >= Self.leastSessionMs ? .sessionTimedOut : .left
  }

  mutating func apply(_ change: MembershipChange) {
    for seat in change.gone { remove(seat) }
    for (seat, member) in change.replaced { replace(seat, member) }
    for member in change.new { add(member) }
  }

  mutating func remove(_ seat: Int) {
    let why = reason(seat)
    stopReading(seat)
    tell(.memberRemoved(MemberSlot(seat), seats[seat].memberId, why), .inferred)
    seats[seat].isMember = false
    seats[seat].goneMs = nowMs
    seats[seat].doing = nil
  }

  /// The same instance id under a new member id: its former process is gone, a new one has started.
  private mutating func replace(_ seat: Int, _ member: DescribeGroupsResponse.Member) {
    stopReading(seat)
    tell(.process(MemberSlot(seat), .replaced), .inferred)
    seats[seat].memberId = member.memberId
    seats[seat].doing = nil
    seats[seat].sinceMs = nowMs
    see(seat, member)
    tell(.memberAdded(MemberSlot(seat), member.memberId))
  }

  private mutating func add(_ member: DescribeGroupsResponse.Member) {
    let free = seats.indices.first { !seats[$0].isMember && seats[$0].resembles(member) }
    if let free {
      seats[free] = WatchSeat(seats[free].identity, member.memberId)
      see(free, member)
      tell(.memberAdded(MemberSlot(free), member.memberId))
      return
    }
    let new = WatchSeat(identity(member, named: name(of: member)), member.memberId)
    let slot = MemberSlot(forgotten ?? seats.count)
    if slot.index == seats.count { seats.append(new) } else { seats[slot.index] = new }
    tell(.memberSeen(slot, new.identity))
    tell(.memberAdded(slot, member.memberId))
  }

  /// Where members come from ever new hosts, letters of those that have left long since are given
  /// again.
  private var forgotten: Int? {
    seats.indices.first { !seats[$0].isMember && nowMs - seats[$0].goneMs > Self.forgottenMs }
  }

  private static let forgottenMs: Int64 = 3_600_000

  /// It may come from another host, or with another client id.
  private mutating func see(_ seat: Int, _ member: DescribeGroupsResponse.Member) {
    let new = identity(member, named: seats[seat].identity.name)
    if new == seats[seat].identity { return }
    seats[seat].identity = new
    tell(.memberSeen(MemberSlot(seat), new))
  }

  private func identity(
    _ member: DescribeGroupsResponse.Member, named name: String
  ) -> MemberIdentity {
    MemberIdentity(
      name: name, clientId: member.clientId, host: member.clientHost,
      instanceId: member.groupInstanceId, isOurs: false)
  }

  private func name(of member: DescribeGroupsResponse.Member) -> String {
    let wish = member.groupInstanceId?.text ?? member.clientId.text
    let names = Set(seats.map(\.identity.name))
    let stem = wish.isEmpty ? "member" : wish
    if !names.contains(stem) { return stem }
    var number = 2
    while names.contains("\(stem)-\(number)") { number += 1 }
    return "\(stem)-\(number)"
  }
}
