import KafkaModel

extension JoinGroupRequest: Described {
  static var blank: Self { Self(groupId: "", sessionTimeoutMs: 0) }

  mutating func describe<F: FieldWalker>(_ f: inout F) throws(WireError) {
    try f.string("group_id", &groupId)
    try f.number("session_timeout_ms", &sessionTimeoutMs)
    try f.number("rebalance_timeout_ms", &rebalanceTimeoutMs, since: 1)
    try f.string("member_id", &memberId)
    try f.nullable("group_instance_id", &groupInstanceId, since: 5)
    try f.string("protocol_type", &protocolType)
    try f.array("protocols", &protocols)
    try f.nullable("reason", &reason, since: 8)
  }
}

extension JoinGroupRequest.GroupProtocol: Described {
  static var blank: Self { Self(name: "", metadata: []) }

  mutating func describe<F: FieldWalker>(_ f: inout F) throws(WireError) {
    try f.string("name", &name)
    try f.bytes("metadata", &metadata)
  }
}

extension JoinGroupResponse: Described {
  static var blank: Self { Self() }

  mutating func describe<F: FieldWalker>(_ f: inout F) throws(WireError) {
    try f.number("throttle_time_ms", &throttleTimeMs, since: 2)
    try f.number("error_code", &errorCode)
    try f.number("generation_id", &generationId)
    try f.nullable("protocol_type", &protocolType, since: 7)
    try f.nullable("protocol_name", &protocolName, nullableSince: 7)
    try f.string("leader", &leader)
    try f.number("skip_assignment", &skipAssignment, since: 9)
    try f.string("member_id", &memberId)
    try f.array("members", &members)
  }
}

extension JoinGroupResponse.Member: Described {
  static var blank: Self { Self(memberId: "") }

  mutating func describe<F: FieldWalker>(_ f: inout F) throws(WireError) {
    try f.string("member_id", &memberId)
    try f.nullable("group_instance_id", &groupInstanceId, since: 5)
    try f.bytes("metadata", &metadata)
  }
}
