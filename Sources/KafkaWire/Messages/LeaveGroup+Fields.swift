import KafkaModel

extension LeaveGroupRequest: Described {
  static var blank: Self { Self(groupId: "", members: []) }

  mutating func describe<F: FieldWalker>(_ f: inout F) throws(WireError) {
    try f.string("group_id", &groupId)
    if f.version < 3 {
      try f.only("members", &members) { (member, f) throws(WireError) in
        try f.string("member_id", &member.memberId)
      }
    }
    try f.array("members", &members, since: 3)
  }
}

extension LeaveGroupRequest.Member: Described {
  static var blank: Self { Self(memberId: "") }

  mutating func describe<F: FieldWalker>(_ f: inout F) throws(WireError) {
    try f.string("member_id", &memberId)
    try f.nullable("group_instance_id", &groupInstanceId)
    try f.nullable("reason", &reason, since: 5)
  }
}

extension LeaveGroupResponse: Described {
  static var blank: Self { Self() }

  mutating func describe<F: FieldWalker>(_ f: inout F) throws(WireError) {
    try f.number("throttle_time_ms", &throttleTimeMs, since: 1)
    try f.number("error_code", &errorCode)
    try f.array("members", &members, since: 3)
  }
}

extension LeaveGroupResponse.Member: Described {
  static var blank: Self { Self(memberId: "") }

  mutating func describe<F: FieldWalker>(_ f: inout F) throws(WireError) {
    try f.string("member_id", &memberId)
    try f.nullable("group_instance_id", &groupInstanceId)
    try f.number("error_code", &errorCode)
  }
}
