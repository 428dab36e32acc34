import KafkaModel

extension DescribeClusterRequest: Described {
  static var blank: Self { Self() }

  mutating func describe<F: FieldWalker>(_ f: inout F) throws(WireError) {
    try f.number("include_cluster_authorized_operations", &includeClusterAuthorizedOperations)
    try f.number("endpoint_type", &endpointType, since: 1)
    try f.number("include_fenced_brokers", &includeFencedBrokers, since: 2)
  }
}

extension DescribeClusterResponse: Described {
  static var blank: Self { Self() }

  mutating func describe<F: FieldWalker>(_ f: inout F) throws(WireError) {
    try f.number("throttle_time_ms", &throttleTimeMs)
    try f.number("error_code", &errorCode)
    try f.nullable("error_message", &errorMessage)
    try f.number("endpoint_type", &endpointType, since: 1)
    try f.string("cluster_id", &clusterId)
    try f.number("controller_id", &controllerId)
    try f.array("brokers", &brokers)
    try f.number("cluster_authorized_operations", &clusterAuthorizedOperations)
  }
}

extension DescribeClusterResponse.Broker: Described {
  static var blank: Self { Self(brokerId: .none, host: "", port: 0) }

  mutating func describe<F: FieldWalker>(_ f: inout F) throws(WireError) {
    try f.number("broker_id", &brokerId)
    try f.string("host", &host)
    try f.number("port", &port)
    try f.nullable("rack", &rack)
    try f.number("is_fenced", &isFenced, since: 2)
  }
}
