import KafkaModel

extension Response {
  /// A captured answer. What its version does not carry is taken from `ours`, so that only what
  /// was on the wire is compared.
  init?(golden json: Json, like ours: Response, version: Int16) {
    switch ours {
    case .joinGroup(let ours): self = .joinGroup(.init(golden: json, like: ours, version))
    case .syncGroup(let ours):
      self = .syncGroup(
        SyncGroupResponse(
          errorCode: json["error_code"].error,
          protocolType: json.has("protocol_type") ? json["protocol_type"].text : ours.protocolType,
          protocolName: json.has("protocol_name") ? json["protocol_name"].text : ours.protocolName,
          assignment: json["assignment"].bytes))
    case .heartbeat: self = .heartbeat(HeartbeatResponse(errorCode: json["error_code"].error))
    case .leaveGroup:
      self = .leaveGroup(
        LeaveGroupResponse(
          errorCode: json["error_code"].error,
          members: json["members"].list.map {
            .init(
              memberId: $0["member_id"].id(), groupInstanceId: $0["group_instance_id"].optionalId(),
              errorCode: $0["error_code"].error)
          }))
    case .offsetCommit: self = .offsetCommit(OffsetCommitResponse(golden: json))
    case .offsetFetch(let ours): self = .offsetFetch(.init(golden: json, like: ours))
    case .describeGroups: self = .describeGroups(DescribeGroupsResponse(golden: json))
    case .deleteGroups(let ours):
      let results = json["results"].list.map {
        DeleteGroupsResponse.Result(
          groupId: $0["group_id"].id(), errorCode: $0["error_code"].error)
      }
      // A broker answers partition by partition of the log, we in the order of the request.
      let known = ours.results.compactMap { mine in
        results.first { $0.groupId == mine.groupId }
      }
      self = .deleteGroups(
        DeleteGroupsResponse(results: known.count == results.count ? known : results))
    default:
      guard let response = Response(transactional: json, like: ours) else { return nil }
      self = response
    }
  }
}

extension JoinGroupResponse {
  fileprivate init(golden json: Json, like ours: JoinGroupResponse, _ version: Int16) {
    var name = json["protocol_name"].text
    // Below version 7 it cannot be null.
    if version < 7 && name == "" { name = nil }
    self.init(
      errorCode: json["error_code"].error, generationId: Generation(json["generation_id"].int32),
      protocolType: json.has("protocol_type") ? json["protocol_type"].text : ours.protocolType,
      protocolName: name, leader: json["leader"].id(),
      skipAssignment: json["skip_assignment"].flag, memberId: json["member_id"].id(),
      members: json["members"].list.map {
        .init(
          memberId: $0["member_id"].id(), groupInstanceId: $0["group_instance_id"].optionalId(),
          metadata: $0["metadata"].bytes)
      })
  }
}

extension OffsetCommitResponse {
  init(golden json: Json) {
    self.init(
      topics: json["topics"].list.map { topic in
        .init(
          name: topic["name"].id(),
          partitions: topic["partitions"].list.map {
            .init(partitionIndex: $0["partition_index"].int32, errorCode: $0["error_code"].error)
          })
      })
  }
}

extension OffsetFetchResponse {
  fileprivate init(golden json: Json, like ours: OffsetFetchResponse) {
    let groups = json.has("groups") ? json["groups"].list : [json]
    self.init(
      groups: groups.enumerated().map { at, group in
        .init(
          groupId: group.has("group_id") ? group["group_id"].id() : ours.groups[at].groupId,
          topics: group["topics"].list.map { topic in
            .init(
              name: topic["name"].id(),
              partitions: topic["partitions"].list.map {
                .init(
                  partitionIndex: $0["partition_index"].int32,
                  committedOffset: Offset($0["committed_offset"].int),
                  committedLeaderEpoch: $0["committed_leader_epoch"].number.map(Int32.init) ?? -1,
                  metadata: $0["metadata"].text, errorCode: $0["error_code"].error)
              })
          }, errorCode: group["error_code"].error)
      })
  }
}

extension DescribeGroupsResponse {
  fileprivate init(golden json: Json) {
    self.init(
      groups: json["groups"].list.map { group in
        .init(
          errorCode: group["error_code"].error, errorMessage: group["error_message"].text,
          groupId: group["group_id"].id(), groupState: group["group_state"].string,
          protocolType: group["protocol_type"].string, protocolData: group["protocol_data"].string,
          members: group["members"].list.map {
            .init(
              memberId: $0["member_id"].id(),
              groupInstanceId: $0["group_instance_id"].optionalId(),
              clientId: $0["client_id"].id(), clientHost: $0["client_host"].string,
              memberMetadata: $0["member_metadata"].bytes,
              memberAssignment: $0["member_assignment"].bytes)
          })
      })
  }
}
