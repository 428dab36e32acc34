import Coordinator
import KafkaModel

/// Draws requests that make sense, or none, or almost some.
struct StormRequests: Sendable {
  var chance: SeededGenerator
  /// Ids that a coordinator has given to somebody, whether they still count or not.
  private var ids: [MemberId] = []

  init(seed: UInt64) { chance = SeededGenerator(seed: seed) }

  private static let groups: [GroupId] = ["g", "g", "g", "g", "g", "g", "h", "h", "none", ""]
  private static let instances: [InstanceId] = ["a", "b", "c", "", "e\u{301}"]
  private static let strategies = ["range", "roundrobin", "sticky", "cooperative-sticky", ""]

  mutating func learn(_ id: MemberId) {
    guard !id.isEmpty, !ids.contains(id) else { return }
    ids.append(id)
    if ids.count > 40 { ids.removeFirst(10) }
  }

  mutating func next(_ coordinator: GroupCoordinator) -> Request {
    let id = pick(Self.groups)
    let group = coordinator.group(id)
    switch chance.int(in: 0...99) {
    case 0..<28: return .joinGroup(join(id, group))
    case 28..<46: return .syncGroup(sync(id, group))
    case 46..<58: return .heartbeat(heartbeat(id, group))
    case 58..<66: return .leaveGroup(leave(id, group))
    case 66..<75: return .offsetCommit(commit(id, group))
    case 75..<85: return .txnOffsetCommit(transactionalCommit(id, group))
    case 85..<91: return .offsetFetch(fetch(id))
    case 91..<94: return .offsetDelete(delete(id))
    case 94..<97: return .describeGroups(DescribeGroupsRequest(groups: [id, pick(Self.groups)]))
    default:
      let names = chance.chance(percent: 80) ? [id] : [id, pick(Self.groups), id]
      return .deleteGroups(DeleteGroupsRequest(groupsNames: names))
    }
  }

  mutating func context(_ token: Int64) -> RequestContext {
    RequestContext(
      token: RequestToken(token), apiVersion: Int16(chance.int(in: 0...9)),
      clientId: pick(["c", "c", "", "클라이언트"]), clientHost: "/127.0.0.1")
  }

  private mutating func join(_ id: GroupId, _ group: ClassicGroup?) -> JoinGroupRequest {
    let memberId = member(group)
    return JoinGroupRequest(
      groupId: id, sessionTimeoutMs: isOdd(5) ? oddNumber() : Int32(chance.int(in: 6000...30_000)),
      rebalanceTimeoutMs: isOdd(5) ? oddNumber() : Int32(chance.int(in: 0...60_000)),
      memberId: memberId, groupInstanceId: instance(memberId, group),
      protocolType: isOdd(5) ? pick(["", "connect"]) : "consumer", protocols: protocols(group),
      reason: isOdd(10) ? "because" : nil)
  }

  private mutating func protocols(
    _ group: ClassicGroup?
  ) -> [JoinGroupRequest.GroupProtocol] {
    // Retries and followers that changed nothing say the same as before.
    if chance.chance(percent: 30), let known = group?.allMembers.last { return known.protocols }
    let count = isOdd(3) ? pick([0, 60]) : Int(chance.int(in: 1...3))
    let isAgreeable = chance.chance(percent: 80)
    return (0..<count).map { place in
      let name = isAgreeable && place == 0 ? "range" : pick(Self.strategies)
      return .init(name: name, metadata: bytes())
    }
  }

  private mutating func sync(_ id: GroupId, _ group: ClassicGroup?) -> SyncGroupRequest {
    let memberId = chance.chance(percent: 40) ? group?.leader ?? member(group) : member(group)
    var known = group?.allMembers.map(\.memberId) ?? []
    if isOdd(20) { known += [member(group), member(group)] }
    return SyncGroupRequest(
      groupId: id, generationId: generation(group), memberId: memberId,
      groupInstanceId: instance(memberId, group),
      protocolType: isOdd(10) ? pick([nil, "", "connect"]) : "consumer",
      protocolName: isOdd(10) ? pick([nil, "", "other"]) : group?.protocolName,
      assignments: isOdd(10) ? [] : known.map { .init(memberId: $0, assignment: bytes()) })
  }

  private mutating func heartbeat(_ id: GroupId, _ group: ClassicGroup?) -> HeartbeatRequest {
    let memberId = member(group)
    return HeartbeatRequest(
      groupId: id, generationId: generation(group), memberId: memberId,
      groupInstanceId: instance(memberId, group))
  }

  private mutating func leave(_ id: GroupId, _ group: ClassicGroup?) -> LeaveGroupRequest {
    let count = isOdd(10) ? chance.int(in: 0...4) : 1
    return LeaveGroupRequest(
      groupId: id,
      members: (0..<count).map { _ in
        let memberId = member(group)
        return .init(memberId: memberId, groupInstanceId: instance(memberId, group))
      })
  }

  private mutating func fetch(_ id: GroupId) -> OffsetFetchRequest {
    let topics = [
      OffsetFetchRequest.Topic(name: "t", partitionIndexes: [0, 1, 2, oddNumber()]),
      OffsetFetchRequest.Topic(name: "u", partitionIndexes: [0, 1, 2]),
    ]
    return OffsetFetchRequest(
      groups: [.init(groupId: id, topics: isOdd(30) ? nil : topics)], requireStable: isOdd(50))
  }

  /// A member, a pending id, somebody who was one, nobody, or none at all.
  mutating func member(_ group: ClassicGroup?) -> MemberId {
    switch chance.int(in: 0...99) {
    case 0..<60: pick(group?.allMembers.map(\.memberId) ?? []) ?? ""
    case 60..<72: pick(group?.pendingIds ?? []) ?? ""
    case 72..<85: pick(ids) ?? ""
    case 85..<95: ""
    default: "nobody"
    }
  }

  mutating func instance(_ id: MemberId, _ group: ClassicGroup?) -> InstanceId? {
    if isOdd(8) { return pick(Self.instances) }
    if let member = group?.member(id) { return member.groupInstanceId }
    return id.isEmpty && chance.chance(percent: 30) ? pick(Self.instances) : nil
  }

  mutating func generation(_ group: ClassicGroup?) -> Generation {
    let current = group?.generation ?? Generation(0)
    if !isOdd(12) { return current }
    return pick([.none, Generation(0), Generation(.max), Generation(.min), current.next])
  }

  private mutating func bytes() -> [UInt8] {
    (0..<chance.int(in: 0...6)).map { _ in UInt8(truncatingIfNeeded: chance.next()) }
  }

  mutating func oddNumber() -> Int32 { pick([-1, 0, 1, 5999, .max, .min]) }

  mutating func isOdd(_ percent: Int64) -> Bool { chance.chance(percent: percent) }

  mutating func pick<Value>(_ list: [Value]) -> Value {
    list[Int(chance.int(in: 0...Int64(list.count - 1)))]
  }

  private mutating func pick(_ list: [MemberId]) -> MemberId? {
    list.isEmpty ? nil : list[Int(chance.int(in: 0...Int64(list.count - 1)))]
  }
}
