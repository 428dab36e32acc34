import KafkaModel

extension ListGroupsRequest: Described {
  static var blank: Self { Self() }

  mutating func describe<F: FieldWalker>(_ f: inout F) throws(WireError) {
    try f.strings("states_filter", &statesFilter, since: 4)
    try f.strings("types_filter", &typesFilter, since: 5)
  }
}

extension ListGroupsResponse: Described {
  static var blank: Self { Self() }

  mutating func describe<F: FieldWalker>(_ f: inout F) throws(WireError) {
    try f.number("throttle_time_ms", &throttleTimeMs, since: 1)
    try f.number("error_code", &errorCode)
    try f.array("groups", &groups)
  }
}

extension ListGroupsResponse.Group: Described {
  static var blank: Self { Self(groupId: "") }

  mutating func describe<F: FieldWalker>(_ f: inout F) throws(WireError) {
    try f.string("group_id", &groupId)
    try f.string("protocol_type", &protocolType)
    try f.string("group_state", &groupState, since: 4)
    try f.string("group_type", &groupType, since: 5)
  }
}
