import KafkaModel

extension GroupMessage {
  /// Nil for what does not concern the group.
  public init?(_ response: Response) {
    switch response {
    case .findCoordinator(let answer):
      self.init(
        answer.coordinators.flatMap(Self.fields), .findCoordinator,
        answer.coordinators.first?.errorCode ?? .none)
    case .joinGroup(let answer): self.init(Self.fields(answer), .joinGroup, answer.errorCode)
    case .syncGroup(let answer):
      let name = answer.protocolName.map { [Field("protocol_name", .text($0))] } ?? []
      let part = answer.errorCode == .none ? [Self.assignment(answer.assignment)] : []
      self.init(name + part, .syncGroup, answer.errorCode)
    case .heartbeat(let answer): self.init([], .heartbeat, answer.errorCode)
    case .leaveGroup(let answer):
      let own = answer.members.first { $0.errorCode != .none }?.errorCode ?? .none
      self.init(
        answer.members.map { Field("member_id", .text($0.memberId.text)) }, .leaveGroup,
        answer.errorCode == .none ? own : answer.errorCode)
    case .offsetCommit(let answer):
      let error = answer.topics.lazy.flatMap(\.partitions).first { $0.errorCode != .none }
      self.init([], .offsetCommit, error?.errorCode ?? .none)
    case .offsetFetch(let answer): self.init(Self.fields(answer), .offsetFetch, Self.error(answer))
    case .metadata(let answer):
      let error = answer.topics.first { $0.errorCode != .none }?.errorCode
      self.init(Self.fields(answer), .metadata, error ?? .none)
    case .listOffsets(let answer):
      let error = answer.topics.lazy.flatMap(\.partitions).first { $0.errorCode != .none }
      self.init(Self.fields(answer), .listOffsets, error?.errorCode ?? .none)
    default: self.init(transactional: response)
    }
  }

  private init(_ fields: [Field], _ api: ApiKey, _ error: ErrorCode) {
    let code = Field("error_code", .text(error.description))
    self.init(
      api: api, way: .response, error: error, fields: fields.isEmpty ? [code] : [code] + fields)
  }

  private static func fields(_ coordinator: FindCoordinatorResponse.Coordinator) -> [Field] {
    [
      Field("key", .text(coordinator.key)),
      Field("node_id", .number(Int64(coordinator.nodeId.value))),
      Field("host", .text(coordinator.host)),
      Field("port", .number(Int64(coordinator.port))),
    ]
  }

  private static func fields(_ answer: JoinGroupResponse) -> [Field] {
    var fields = [Field("generation_id", .number(Int64(answer.generationId.value)))]
    if let name = answer.protocolName { fields.append(Field("protocol_name", .text(name))) }
    fields.append(Field("leader", .text(answer.leader.text)))
    fields.append(Field("member_id", .text(answer.memberId.text)))
    for member in answer.members {
      fields.append(Field("member", .text(member.memberId.text)))
      fields += subscription(member.metadata)
    }
    return fields
  }

  private static func fields(_ answer: MetadataResponse) -> [Field] {
    let brokers = answer.brokers.map { broker in
      Field("broker", .text("\(broker.nodeId) \(broker.host):\(broker.port)"))
    }
    return brokers
      + answer.topics.flatMap { topic in
        [
          Field("topic", .text(topic.name.text)),
          Field("partition_count", .number(Int64(topic.partitions.count))),
        ]
      }
  }

  private static func fields(_ answer: ListOffsetsResponse) -> [Field] {
    let marks = answer.topics.flatMap { topic in
      topic.partitions.map {
        PartitionMark(TopicPartition(topic.name, $0.partitionIndex), $0.offset)
      }
    }
    return [Field("offset", .offsets(marks))]
  }

  private static func error(_ answer: OffsetFetchResponse) -> ErrorCode {
    for group in answer.groups {
      if group.errorCode != .none { return group.errorCode }
      for topic in group.topics {
        for partition in topic.partitions where partition.errorCode != .none {
          return partition.errorCode
        }
      }
    }
    return .none
  }

  private static func fields(_ answer: OffsetFetchResponse) -> [Field] {
    answer.groups.flatMap { group in
      let marks = group.topics.flatMap { topic in
        topic.partitions.map {
          PartitionMark(TopicPartition(topic.name, $0.partitionIndex), $0.committedOffset)
        }
      }
      return [
        Field("group_id", .text(group.groupId.text)), Field("committed_offset", .offsets(marks)),
      ]
    }
  }
}
