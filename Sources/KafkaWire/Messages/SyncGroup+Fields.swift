import KafkaModel

extension SyncGroupRequest: Described {
  static var blank: Self { Self(groupId: "", generationId: .none, memberId: "") }

  mutating func describe<F: FieldWalker>(_ f: inout F) throws(WireError) {
    try f.string("group_id", &groupId)
    try f.number("generation_id", &generationId)
    try f.string("member_id", &memberId)
    try f.nullable("group_instance_id", &groupInstanceId, since: 3)
    try f.nullable("protocol_type", &protocolType, since: 5)
    try f.nullable("protocol_name", &protocolName, since: 5)
    try f.array("assignments", &assignments)
  }
}

extension SyncGroupRequest.Assignment: Described {
  static var blank: Self { Self(memberId: "", assignment: []) }

  mutating func describe<F: FieldWalker>(_ f: inout F) throws(WireError) {
    try f.string("member_id", &memberId)
    try f.bytes("assignment", &assignment)
  }
}

extension SyncGroupResponse: Described {
  static var blank: Self { Self() }

  mutating func describe<F: FieldWalker>(_ f: inout F) throws(WireError) {
    try f.number("throttle_time_ms", &throttleTimeMs, since: 1)
    try f.number("error_code", &errorCode)
    try f.nullable("protocol_type", &protocolType, since: 5)
    try f.nullable("protocol_name", &protocolName, since: 5)
    try f.bytes("assignment", &assignment)
  }
}
