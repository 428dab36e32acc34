import KafkaModel

extension DescribeConfigsRequest: Described {
  static var blank: Self { Self(resources: []) }

  mutating func describe<F: FieldWalker>(_ f: inout F) throws(WireError) {
    try f.array("resources", &resources)
    try f.number("include_synonyms", &includeSynonyms)
    try f.number("include_documentation", &includeDocumentation, since: 3)
  }
}

extension DescribeConfigsRequest.Resource: Described {
  static var blank: Self { Self(resourceType: 0, resourceName: "") }

  mutating func describe<F: FieldWalker>(_ f: inout F) throws(WireError) {
    try f.number("resource_type", &resourceType)
    try f.string("resource_name", &resourceName)
    try f.each("configuration_keys", &configurationKeys, nullable: true, blank: "") {
      (key, f) throws(WireError) in try f.string("", &key)
    }
  }
}

extension DescribeConfigsResponse: Described {
  static var blank: Self { Self() }

  mutating func describe<F: FieldWalker>(_ f: inout F) throws(WireError) {
    try f.number("throttle_time_ms", &throttleTimeMs)
    try f.array("results", &results)
  }
}

extension DescribeConfigsResponse.Result: Described {
  static var blank: Self { Self(resourceType: 0, resourceName: "") }

  mutating func describe<F: FieldWalker>(_ f: inout F) throws(WireError) {
    try f.number("error_code", &errorCode)
    try f.nullable("error_message", &errorMessage)
    try f.number("resource_type", &resourceType)
    try f.string("resource_name", &resourceName)
    try f.array("configs", &configs)
  }
}

extension DescribeConfigsResponse.Config: Described {
  static var blank: Self { Self(name: "", value: nil) }

  mutating func describe<F: FieldWalker>(_ f: inout F) throws(WireError) {
    try f.string("name", &name)
    try f.nullable("value", &value)
    try f.number("read_only", &readOnly)
    try f.number("config_source", &configSource)
    try f.number("is_sensitive", &isSensitive)
    try f.array("synonyms", &synonyms)
    try f.number("config_type", &configType, since: 3)
    try f.nullable("documentation", &documentation, since: 3)
  }
}

extension DescribeConfigsResponse.Synonym: Described {
  static var blank: Self { Self(name: "", value: nil, source: 0) }

  mutating func describe<F: FieldWalker>(_ f: inout F) throws(WireError) {
    try f.string("name", &name)
    try f.nullable("value", &value)
    try f.number("source", &source)
  }
}
