import KafkaModel

@testable import Coordinator

/// Short ways to say what members do; the group is always `g`.
extension Broker {
  static let group: GroupId = "g"

  var group: ClassicGroup? { coordinator.group(Self.group) }
  var state: GroupState? { group?.state }
  var generation: Int32? { group?.generation.value }

  /// JoinGroup with one assignor a name, whose metadata is `metadata`.
  @discardableResult
  mutating func join(
    _ memberId: MemberId = "", as client: ClientId = "c", instance: InstanceId? = nil,
    type: String = "consumer", protocols: [String] = ["range"], metadata: [UInt8] = [1],
    sessionMs: Int32 = 10_000, rebalanceMs: Int32 = 60_000, version: Int16 = 9
  ) -> RequestToken {
    send(
      .joinGroup(
        JoinGroupRequest(
          groupId: Self.group, sessionTimeoutMs: sessionMs, rebalanceTimeoutMs: rebalanceMs,
          memberId: memberId, groupInstanceId: instance, protocolType: type,
          protocols: protocols.map { .init(name: $0, metadata: metadata) })),
      version: version, from: client)
  }

  /// Asks for an id (KIP-394) and joins with it.
  mutating func joinNew(
    _ client: ClientId = "c", protocols: [String] = ["range"], sessionMs: Int32 = 10_000,
    rebalanceMs: Int32 = 60_000
  ) -> (id: MemberId, token: RequestToken) {
    let asked = join(
      as: client, protocols: protocols, sessionMs: sessionMs, rebalanceMs: rebalanceMs)
    let id = joined(asked)?.memberId ?? ""
    let token = join(
      id, as: client, protocols: protocols, sessionMs: sessionMs, rebalanceMs: rebalanceMs)
    return (id, token)
  }

  @discardableResult
  mutating func sync(
    _ memberId: MemberId, generation: Int32? = nil, instance: InstanceId? = nil,
    type: String? = "consumer", name: String? = "range",
    plan: [(MemberId, [UInt8])] = []
  ) -> RequestToken {
    send(
      .syncGroup(
        SyncGroupRequest(
          groupId: Self.group, generationId: Generation(generation ?? self.generation ?? -1),
          memberId: memberId, groupInstanceId: instance, protocolType: type, protocolName: name,
          assignments: plan.map { .init(memberId: $0.0, assignment: $0.1) })), version: 5)
  }

  @discardableResult
  mutating func heartbeat(
    _ memberId: MemberId, generation: Int32? = nil, instance: InstanceId? = nil
  ) -> ErrorCode? {
    let token = send(
      .heartbeat(
        HeartbeatRequest(
          groupId: Self.group, generationId: Generation(generation ?? self.generation ?? -1),
          memberId: memberId, groupInstanceId: instance)))
    guard case .heartbeat(let response)? = answer(token) else { return nil }
    return response.errorCode
  }

  @discardableResult
  mutating func leave(_ members: [(MemberId, InstanceId?)]) -> LeaveGroupResponse? {
    let token = send(
      .leaveGroup(
        LeaveGroupRequest(
          groupId: Self.group,
          members: members.map { .init(memberId: $0.0, groupInstanceId: $0.1) })))
    guard case .leaveGroup(let response)? = answer(token) else { return nil }
    return response
  }

  mutating func leave(_ memberId: MemberId) -> ErrorCode? {
    leave([(memberId, nil)])?.members.first?.errorCode
  }

  /// The verdict on one offset of topic `t`.
  mutating func commit(
    _ memberId: MemberId, _ offset: Int64, generation: Int32? = nil, partition: Int32 = 0,
    metadata: String = "", version: Int16 = 8
  ) -> ErrorCode? {
    let token = send(
      .offsetCommit(
        OffsetCommitRequest(
          groupId: Self.group, generationId: Generation(generation ?? self.generation ?? -1),
          memberId: memberId,
          topics: [
            .init(
              name: "t",
              partitions: [
                .init(
                  partitionIndex: partition, committedOffset: Offset(offset),
                  committedMetadata: metadata)
              ])
          ])), version: version)
    guard case .offsetCommit(let response)? = answer(token) else { return nil }
    return response.topics.first?.partitions.first?.errorCode
  }

  mutating func committed(partition: Int32 = 0) -> Int64? {
    let token = send(
      .offsetFetch(
        OffsetFetchRequest(
          groups: [
            .init(
              groupId: Self.group, topics: [.init(name: "t", partitionIndexes: [partition])])
          ])))
    guard case .offsetFetch(let response)? = answer(token) else { return nil }
    return response.groups.first?.topics.first?.partitions.first?.committedOffset.value
  }

  // Mutating, so that the request may stand in the argument: its effects are then seen.

  mutating func joined(_ token: RequestToken) -> JoinGroupResponse? {
    if case .joinGroup(let response)? = answer(token) { response } else { nil }
  }

  mutating func synced(_ token: RequestToken) -> SyncGroupResponse? {
    if case .syncGroup(let response)? = answer(token) { response } else { nil }
  }

  /// The causes of the rebalances so far.
  var causes: [RebalanceCause] {
    happenings.compactMap {
      if case .stateChanged(_, _, _, let cause?) = $0.fact { cause } else { nil }
    }
  }

  /// Who was removed, and why.
  func removal(of id: MemberId) -> RemovalReason? {
    for happening in happenings {
      if case .memberRemoved(id, let reason) = happening.fact { return reason }
    }
    return nil
  }
}

/// Groups in a certain state, to begin a story with.
extension Broker {
  /// `count` dynamic members in CompletingRebalance, generation 1; the first one leads.
  static func completing(
    _ count: Int, config: CoordinatorConfig = CoordinatorConfig()
  ) -> (Broker, [MemberId]) {
    var broker = Broker(config)
    var ids: [MemberId] = []
    for _ in 0..<count { ids.append(broker.joinNew().id) }
    while broker.state == .preparingRebalance { broker.advance(byMs: 100) }
    return (broker, ids)
  }

  /// The same in Stable: member n has the assignment [n].
  static func stable(
    _ count: Int, config: CoordinatorConfig = CoordinatorConfig()
  ) -> (Broker, [MemberId]) {
    var (broker, ids) = completing(count, config: config)
    for id in ids.dropFirst() { broker.sync(id) }
    broker.sync(ids[0], plan: ids.enumerated().map { ($0.element, [UInt8($0.offset)]) })
    return (broker, ids)
  }
}
