import KafkaModel

extension HeartbeatRequest: Described {
  static var blank: Self { Self(groupId: "", generationId: .none, memberId: "") }

  mutating func describe<F: FieldWalker>(_ f: inout F) throws(WireError) {
    try f.string("group_id", &groupId)
    try f.number("generation_id", &generationId)
    try f.string("member_id", &memberId)
    try f.nullable("group_instance_id", &groupInstanceId, since: 3)
  }
}

extension HeartbeatResponse: Described {
  static var blank: Self { Self() }

  mutating func describe<F: FieldWalker>(_ f: inout F) throws(WireError) {
    try f.number("throttle_time_ms", &throttleTimeMs, since: 1)
    try f.number("error_code", &errorCode)
  }
}
