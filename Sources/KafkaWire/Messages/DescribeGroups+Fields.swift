import KafkaModel

extension DescribeGroupsRequest: Described {
  static var blank: Self { Self(groups: []) }

  mutating func describe<F: FieldWalker>(_ f: inout F) throws(WireError) {
    try f.strings("groups", &groups)
    try f.number("include_authorized_operations", &includeAuthorizedOperations, since: 3)
  }
}

extension DescribeGroupsResponse: Described {
  static var blank: Self { Self() }

  mutating func describe<F: FieldWalker>(_ f: inout F) throws(WireError) {
    try f.number("throttle_time_ms", &throttleTimeMs, since: 1)
    try f.array("groups", &groups)
  }
}

extension DescribeGroupsResponse.Group: Described {
  static var blank: Self { Self(groupId: "") }

  mutating func describe<F: FieldWalker>(_ f: inout F) throws(WireError) {
    try f.number("error_code", &errorCode)
    try f.nullable("error_message", &errorMessage, since: 6)
    try f.string("group_id", &groupId)
    try f.string("group_state", &groupState)
    try f.string("protocol_type", &protocolType)
    try f.string("protocol_data", &protocolData)
    try f.array("members", &members)
    try f.number("authorized_operations", &authorizedOperations, since: 3)
  }
}

extension DescribeGroupsResponse.Member: Described {
  static var blank: Self { Self(memberId: "") }

  mutating func describe<F: FieldWalker>(_ f: inout F) throws(WireError) {
    try f.string("member_id", &memberId)
    try f.nullable("group_instance_id", &groupInstanceId, since: 4)
    try f.string("client_id", &clientId)
    try f.string("client_host", &clientHost)
    try f.bytes("member_metadata", &memberMetadata)
    try f.bytes("member_assignment", &memberAssignment)
  }
}
