import KafkaModel

extension GroupMessage {
  /// Nil for what does not concern the group: fetches are too many to tell. Metadata and
  /// ListOffsets are how a member begins; a producer's transactions end in the group's offsets.
  public init?(_ request: Request) {
    switch request {
    case .findCoordinator(let request):
      self.init(request.coordinatorKeys.map { Field("key", .text($0)) }, .findCoordinator)
    case .joinGroup(let request): self.init(Self.fields(request), .joinGroup)
    case .syncGroup(let request): self.init(Self.fields(request), .syncGroup)
    case .heartbeat(let request): self.init(Self.fields(request), .heartbeat)
    case .leaveGroup(let request): self.init(Self.fields(request), .leaveGroup)
    case .offsetCommit(let request): self.init(Self.fields(request), .offsetCommit)
    case .offsetFetch(let request): self.init(Self.fields(request), .offsetFetch)
    case .metadata(let request): self.init(Self.fields(request), .metadata)
    case .listOffsets(let request): self.init(Self.fields(request), .listOffsets)
    default: self.init(transactional: request)
    }
  }

  private init(_ fields: [Field], _ api: ApiKey) {
    self.init(api: api, way: .request, fields: fields)
  }

  /// The most frequent message: one array, no more.
  private static func fields(_ request: HeartbeatRequest) -> [Field] {
    let group = Field("group_id", .text(request.groupId.text))
    let generation = Field("generation_id", .number(Int64(request.generationId.value)))
    let member = Field("member_id", .text(request.memberId.text))
    guard let instance = request.groupInstanceId else { return [group, generation, member] }
    return [group, generation, member, Field("group_instance_id", .text(instance.text))]
  }

  private static func instance(_ id: InstanceId?) -> [Field] {
    id.map { [Field("group_instance_id", .text($0.text))] } ?? []
  }

  private static func fields(_ request: JoinGroupRequest) -> [Field] {
    var fields = [
      Field("group_id", .text(request.groupId.text)),
      Field("session_timeout_ms", .number(Int64(request.sessionTimeoutMs))),
      Field("rebalance_timeout_ms", .number(Int64(request.rebalanceTimeoutMs))),
      Field("member_id", .text(request.memberId.text)),
    ]
    fields += instance(request.groupInstanceId)
    fields.append(Field("protocol_type", .text(request.protocolType)))
    for entry in request.protocols {
      fields.append(Field("protocol", .text(entry.name)))
      fields += subscription(entry.metadata)
    }
    return fields + (request.reason.map { [Field("reason", .text($0))] } ?? [])
  }

  /// What the metadata bytes of a JoinGroup say.
  static func subscription(_ bytes: [UInt8]) -> [Field] {
    guard let subscription = try? ConsumerSubscription(bytes: bytes) else { return [] }
    var fields = [
      Field("topics", .text(subscription.topics.map(\.text).joined(separator: " ")))
    ]
    if !subscription.ownedPartitions.isEmpty {
      fields.append(Field("owned_partitions", .partitions(subscription.ownedPartitions)))
    }
    return fields
  }

  /// What the bytes of one member's assignment say.
  static func assignment(_ bytes: [UInt8]) -> Field {
    let assignment = try? ConsumerAssignment(bytes: bytes)
    return Field("assignment", .partitions(assignment?.partitions ?? []))
  }

  private static func fields(_ request: SyncGroupRequest) -> [Field] {
    var fields = [
      Field("group_id", .text(request.groupId.text)),
      Field("generation_id", .number(Int64(request.generationId.value))),
      Field("member_id", .text(request.memberId.text)),
    ]
    fields += instance(request.groupInstanceId)
    if let name = request.protocolName { fields.append(Field("protocol_name", .text(name))) }
    for entry in request.assignments {
      fields.append(Field("assignment_of", .text(entry.memberId.text)))
      fields.append(assignment(entry.assignment))
    }
    return fields
  }

  private static func fields(_ request: LeaveGroupRequest) -> [Field] {
    var fields = [Field("group_id", .text(request.groupId.text))]
    for member in request.members {
      fields.append(Field("member_id", .text(member.memberId.text)))
      fields += instance(member.groupInstanceId)
      if let reason = member.reason { fields.append(Field("reason", .text(reason))) }
    }
    return fields
  }

  private static func fields(_ request: OffsetCommitRequest) -> [Field] {
    let marks = request.topics.flatMap { topic in
      topic.partitions.map {
        PartitionMark(TopicPartition(topic.name, $0.partitionIndex), $0.committedOffset)
      }
    }
    return [
      Field("group_id", .text(request.groupId.text)),
      Field("generation_id", .number(Int64(request.generationId.value))),
      Field("member_id", .text(request.memberId.text)),
    ] + instance(request.groupInstanceId) + [Field("committed_offset", .offsets(marks))]
  }

  private static func fields(_ request: MetadataRequest) -> [Field] {
    let names = (request.topics ?? []).map(\.text).joined(separator: " ")
    return [Field("topics", .text(names))]
  }

  /// All of a request are asked the same: earliest, latest, or a time.
  private static func fields(_ request: ListOffsetsRequest) -> [Field] {
    let all = request.topics.flatMap { topic in
      topic.partitions.map { (TopicPartition(topic.name, $0.partitionIndex), $0.timestamp) }
    }
    let timestamp = all.first.map { [Field("timestamp", .number($0.1))] } ?? []
    return timestamp + [Field("partitions", .partitions(all.map(\.0)))]
  }

  private static func fields(_ request: OffsetFetchRequest) -> [Field] {
    request.groups.flatMap { group in
      let list = (group.topics ?? []).flatMap { topic in
        topic.partitionIndexes.map { TopicPartition(topic.name, $0) }
      }
      return [
        Field("group_id", .text(group.groupId.text)), Field("partitions", .partitions(list)),
      ]
    }
  }
}
