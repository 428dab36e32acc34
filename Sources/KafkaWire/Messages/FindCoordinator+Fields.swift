import KafkaModel

extension FindCoordinatorRequest: Described {
  static var blank: Self { Self(coordinatorKeys: []) }

  mutating func describe<F: FieldWalker>(_ f: inout F) throws(WireError) {
    if f.version < 4 {
      try f.only("coordinator_keys", &coordinatorKeys, blank: "") { (key, f) throws(WireError) in
        try f.string("key", &key)
      }
    }
    try f.number("key_type", &keyType, since: 1)
    try f.strings("coordinator_keys", &coordinatorKeys, since: 4)
  }
}

extension FindCoordinatorResponse: Described {
  static var blank: Self { Self() }

  mutating func describe<F: FieldWalker>(_ f: inout F) throws(WireError) {
    try f.number("throttle_time_ms", &throttleTimeMs, since: 1)
    if f.version < 4 {
      try f.only("coordinators", &coordinators) { (answer, f) throws(WireError) in
        try f.number("error_code", &answer.errorCode)
        try f.nullable("error_message", &answer.errorMessage, since: 1)
        try f.number("node_id", &answer.nodeId)
        try f.string("host", &answer.host)
        try f.number("port", &answer.port)
      }
    }
    try f.array("coordinators", &coordinators, since: 4)
  }
}

extension FindCoordinatorResponse.Coordinator: Described {
  static var blank: Self { Self() }

  mutating func describe<F: FieldWalker>(_ f: inout F) throws(WireError) {
    try f.string("key", &key)
    try f.number("node_id", &nodeId)
    try f.string("host", &host)
    try f.number("port", &port)
    try f.number("error_code", &errorCode)
    try f.nullable("error_message", &errorMessage)
  }
}
