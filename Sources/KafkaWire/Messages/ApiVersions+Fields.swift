import KafkaModel

extension ApiVersionsRequest: Described {
  static var blank: Self { Self() }

  mutating func describe<F: FieldWalker>(_ f: inout F) throws(WireError) {
    try f.string("client_software_name", &clientSoftwareName, since: 3)
    try f.string("client_software_version", &clientSoftwareVersion, since: 3)
  }
}

extension ApiVersionsResponse: Described {
  static var blank: Self { Self() }

  mutating func describe<F: FieldWalker>(_ f: inout F) throws(WireError) {
    try f.number("error_code", &errorCode)
    try f.array("api_keys", &apiKeys)
    try f.number("throttle_time_ms", &throttleTimeMs, since: 1)
  }
}

extension ApiVersionsResponse.Range: Described {
  static var blank: Self { Self(apiKey: 0, minVersion: 0, maxVersion: 0) }

  mutating func describe<F: FieldWalker>(_ f: inout F) throws(WireError) {
    try f.number("api_key", &apiKey)
    try f.number("min_version", &minVersion)
    try f.number("max_version", &maxVersion)
  }
}
