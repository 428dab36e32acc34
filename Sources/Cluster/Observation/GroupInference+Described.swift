import Feed
import KafkaModel

extension GroupInference {
  /// A DescribeGroups answer is compared with what is concluded already.
  ///
  /// An answer to a question from before the last change is older than what we know.
  mutating func described(
    _ group: DescribeGroupsResponse.Group, askedMs: Int64, nowMs: Int64
  ) -> [TimedEvent] {
    guard let new = GroupState(rawValue: group.groupState), askedMs > changedMs + 100 else {
      return []
    }
    if new == .dead, state == nil { return [] }
    var causes: [RebalanceCause] = []
    var events = comers(group.members, nowMs, &causes)
    events += goers(group.members, askedMs, nowMs, &causes)
    if new == .stable { events += plan(group.members, nowMs) }
    // Who comes or goes is the rebalance's cause, so that it begins before they do.
    if new == .preparingRebalance {
      let cause = causes.first ?? joinCause(by: nil)
      return enter(new, cause, nowMs, .observed) + events
    }
    if new == .completingRebalance { return events + completed(nowMs) }
    return events + enter(new == .dead ? .empty : new, nil, nowMs, .observed)
  }

  /// The join phase is over, which raises the generation; our members will say so.
  private mutating func completed(_ nowMs: Int64) -> [TimedEvent] {
    if state == .completingRebalance { return [] }
    state = .completingRebalance
    changedMs = nowMs
    let raised = generation == .none ? generation : generation.next
    return [TimedEvent(nowMs, .groupState(.completingRebalance, raised, nil))]
  }

  private mutating func comers(
    _ members: [DescribeGroupsResponse.Member], _ nowMs: Int64, _ causes: inout [RebalanceCause]
  ) -> [TimedEvent] {
    var events: [TimedEvent] = []
    for member in members where slot(of: member.memberId) == nil {
      let isFormer = seats.contains { $0.formers.contains { $0.memberId == member.memberId } }
      // One of ours tells its id itself, on a way that may be slower.
      let isOurs = seats.contains {
        $0.identity.isOurs && $0.identity.clientId == member.clientId
      }
      if isFormer || isOurs { continue }
      events += seat(member, nowMs)
      causes.append(.newMember(member.memberId))
    }
    return events
  }

  /// A stranger gets the seat of one of the same name that has gone, or a new one.
  private mutating func seat(
    _ member: DescribeGroupsResponse.Member, _ nowMs: Int64
  ) -> [TimedEvent] {
    let free = slots.first {
      let seat = self[$0]
      return !seat.identity.isOurs && !seat.isMember
        && seat.identity.clientId == member.clientId
    }
    let identity = MemberIdentity(
      name: name(of: member), clientId: member.clientId, host: member.clientHost,
      instanceId: member.groupInstanceId, isOurs: false)
    let slot = free ?? add(identity)
    self[slot].memberId = member.memberId
    self[slot].isMember = true
    self[slot].isAlive = true
    let seen: [TimedEvent] = free == nil ? [TimedEvent(nowMs, .memberSeen(slot, identity))] : []
    return seen + [TimedEvent(nowMs, .memberAdded(slot, member.memberId))]
  }

  private func name(of member: DescribeGroupsResponse.Member) -> String {
    let wish = member.clientId.isEmpty ? "member" : member.clientId.text
    func isTaken(_ name: String) -> Bool { seats.contains { $0.identity.name == name } }
    var number = 1
    var name = wish
    while isTaken(name) {
      number += 1
      name = "\(wish)-\(number)"
    }
    return name
  }

  private mutating func goers(
    _ members: [DescribeGroupsResponse.Member], _ askedMs: Int64, _ nowMs: Int64,
    _ causes: inout [RebalanceCause]
  ) -> [TimedEvent] {
    func isThere(_ id: MemberId) -> Bool { members.contains { $0.memberId == id } }
    var events: [TimedEvent] = []
    for slot in slots {
      let seat = self[slot]
      events += dropFormers(slot, nowMs) { !seat.isHeld($0, in: members) }
      guard seat.isMember, !isThere(seat.memberId), seat.joinedMs < askedMs else { continue }
      let hasDied = seat.identity.isOurs && !seat.isAlive
      causes.append(hasDied ? .sessionTimedOut(seat.memberId) : .memberLeft(seat.memberId))
      if !seat.identity.isOurs { self[slot].isAlive = false }
      events += removed(slot, seat.identity.isOurs ? .sessionTimedOut : .left, nowMs)
    }
    return events
  }

  /// In Stable the answer has everybody's share.
  private mutating func plan(
    _ members: [DescribeGroupsResponse.Member], _ nowMs: Int64
  ) -> [TimedEvent] {
    if hasUntoldId(members) { return [] }
    var new: [PlannedShare] = []
    for member in members {
      guard let assignment = try? ConsumerAssignment(bytes: member.memberAssignment) else {
        return []
      }
      new.append(
        PlannedShare(
          slot: slot(of: member.memberId), memberId: member.memberId,
          partitions: assignment.partitions.sorted()))
    }
    if Self.inOrder(new) == Self.inOrder(shares) { return [] }
    shares = new
    return [TimedEvent(nowMs, .plan(generation, new))]
  }

  private static func inOrder(_ shares: [PlannedShare]) -> [PlannedShare] {
    shares.map { share in
      var share = share
      share.partitions.sort()
      return share
    }
    .sorted { $0.memberId < $1.memberId }
  }
}
