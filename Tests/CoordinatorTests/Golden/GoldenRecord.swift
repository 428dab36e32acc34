import KafkaModel

extension CoordinatorRecord {
  /// A captured record of `__consumer_offsets`, times aside.
  init?(golden json: Json) {
    let key = json["key"]
    let value = json["value"]
    switch key["type"].string {
    case "group_metadata":
      self = .groupMetadata(
        key["group"].id(), value.isNull ? nil : GroupMetadataValue(golden: value))
    case "offset_commit" where json.has("producer_id"):
      self = .transactionalOffset(
        key["group"].id(), TopicPartition(key["topic"].id(), key["partition"].int32),
        OffsetCommitValue(
          offset: Offset(value["offset"].int), leaderEpoch: value["leader_epoch"].int32,
          metadata: value["metadata"].string, commitTimestampMs: 0),
        Producer(golden: json))
    case "offset_commit":
      self = .offsetCommit(
        key["group"].id(), TopicPartition(key["topic"].id(), key["partition"].int32),
        value.isNull
          ? nil
          : OffsetCommitValue(
            offset: Offset(value["offset"].int), leaderEpoch: value["leader_epoch"].int32,
            metadata: value["metadata"].string, commitTimestampMs: 0))
    default: return nil
    }
  }

  /// The same record with all times set to zero.
  var timeless: CoordinatorRecord {
    switch self {
    case .groupMetadata(let group, var value?):
      value.currentStateTimestampMs = 0
      return .groupMetadata(group, value)
    case .offsetCommit(let group, let partition, var value?):
      value.commitTimestampMs = 0
      return .offsetCommit(group, partition, value)
    case .transactionalOffset(let group, let partition, var value, let producer):
      value.commitTimestampMs = 0
      return .transactionalOffset(group, partition, value, producer)
    default: return self
    }
  }
}

extension Producer {
  init(golden json: Json) {
    self.init(
      id: json["producer_id"].number ?? -1, epoch: Int16(json["producer_epoch"].number ?? -1))
  }
}

extension GroupMetadataValue {
  fileprivate init(golden json: Json) {
    self.init(
      protocolType: json["protocol_type"].string,
      generation: Generation(json["generation"].int32), protocolName: json["protocol"].text,
      leader: json["leader"].optionalId(), currentStateTimestampMs: 0,
      members: json["members"].list.map {
        .init(
          memberId: $0["member_id"].id(), groupInstanceId: $0["group_instance_id"].optionalId(),
          clientId: $0["client_id"].id(), clientHost: $0["client_host"].string,
          rebalanceTimeoutMs: $0["rebalance_timeout"].int32,
          sessionTimeoutMs: $0["session_timeout"].int32,
          subscription: $0["subscription_hex"].bytes, assignment: $0["assignment_hex"].bytes)
      })
  }
}
