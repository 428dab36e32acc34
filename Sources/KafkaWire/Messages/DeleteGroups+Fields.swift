import KafkaModel

extension DeleteGroupsRequest: Described {
  static var blank: Self { Self(groupsNames: []) }

  mutating func describe<F: FieldWalker>(_ f: inout F) throws(WireError) {
    try f.strings("groups_names", &groupsNames)
  }
}

extension DeleteGroupsResponse: Described {
  static var blank: Self { Self() }

  mutating func describe<F: FieldWalker>(_ f: inout F) throws(WireError) {
    try f.number("throttle_time_ms", &throttleTimeMs)
    try f.array("results", &results)
  }
}

extension DeleteGroupsResponse.Result: Described {
  static var blank: Self { Self(groupId: "") }

  mutating func describe<F: FieldWalker>(_ f: inout F) throws(WireError) {
    try f.string("group_id", &groupId)
    try f.number("error_code", &errorCode)
  }
}
