import KafkaModel

extension Request {
  /// A captured request, nil for an API that is not the coordinator's.
  init?(golden json: Json, api: String) {
    let group: GroupId = json["group_id"].id()
    let member: MemberId = json["member_id"].id()
    let instance: InstanceId? = json["group_instance_id"].optionalId()
    switch api {
    case "JoinGroup":
      self = .joinGroup(
        JoinGroupRequest(
          groupId: group, sessionTimeoutMs: json["session_timeout_ms"].int32,
          rebalanceTimeoutMs: json["rebalance_timeout_ms"].number.map(Int32.init) ?? -1,
          memberId: member, groupInstanceId: instance, protocolType: json["protocol_type"].string,
          protocols: json["protocols"].list.map {
            .init(name: $0["name"].string, metadata: $0["metadata"].bytes)
          }))
    case "SyncGroup":
      self = .syncGroup(
        SyncGroupRequest(
          groupId: group, generationId: Generation(json["generation_id"].int32), memberId: member,
          groupInstanceId: instance, protocolType: json["protocol_type"].text,
          protocolName: json["protocol_name"].text,
          assignments: json["assignments"].list.map {
            .init(memberId: $0["member_id"].id(), assignment: $0["assignment"].bytes)
          }))
    case "Heartbeat":
      self = .heartbeat(
        HeartbeatRequest(
          groupId: group, generationId: Generation(json["generation_id"].int32), memberId: member,
          groupInstanceId: instance))
    case "LeaveGroup":
      let members = json.has("members") ? json["members"].list : [json]
      self = .leaveGroup(
        LeaveGroupRequest(
          groupId: group,
          members: members.map {
            .init(
              memberId: $0["member_id"].id(),
              groupInstanceId: $0["group_instance_id"].optionalId())
          }))
    case "OffsetCommit": self = .offsetCommit(OffsetCommitRequest(golden: json))
    case "OffsetFetch": self = .offsetFetch(OffsetFetchRequest(golden: json))
    case "DescribeGroups":
      self = .describeGroups(
        DescribeGroupsRequest(groups: json["groups"].list.map { $0.id() }))
    case "DeleteGroups":
      self = .deleteGroups(
        DeleteGroupsRequest(groupsNames: json["groups_names"].list.map { $0.id() }))
    case "OffsetDelete":
      self = .offsetDelete(
        OffsetDeleteRequest(
          groupId: group,
          topics: json["topics"].list.map { topic in
            .init(
              name: topic["name"].id(),
              partitions: topic["partitions"].list.map {
                .init(partitionIndex: $0["partition_index"].int32)
              })
          }))
    default:
      guard let request = Request(transactional: json, api: api) else { return nil }
      self = request
    }
  }
}

extension OffsetCommitRequest {
  init(golden json: Json) {
    self.init(
      groupId: json["group_id"].id(),
      generationId: Generation(json["generation_id_or_member_epoch"].number.map(Int32.init) ?? -1),
      memberId: json["member_id"].id(), groupInstanceId: json["group_instance_id"].optionalId(),
      topics: json["topics"].list.map { topic in
        .init(
          name: topic["name"].id(),
          partitions: topic["partitions"].list.map {
            .init(
              partitionIndex: $0["partition_index"].int32,
              committedOffset: Offset($0["committed_offset"].int),
              committedLeaderEpoch: $0["committed_leader_epoch"].number.map(Int32.init) ?? -1,
              committedMetadata: $0["committed_metadata"].text)
          })
      })
  }
}

extension OffsetFetchRequest {
  init(golden json: Json) {
    let groups = json.has("groups") ? json["groups"].list : [json]
    self.init(
      groups: groups.map { group in
        let topics = group["topics"]
        return .init(
          groupId: group["group_id"].id(),
          topics: topics.isNull
            ? nil
            : topics.list.map {
              .init(
                name: $0["name"].id(),
                partitionIndexes: $0["partition_indexes"].list.map(\.int32))
            })
      }, requireStable: json["require_stable"].flag)
  }
}
