import KafkaModel

/// DescribeConfigs: settings of topics and of this broker (`ConfigHelper`).
extension Broker {
  func settings(_ request: DescribeConfigsRequest) -> DescribeConfigsResponse {
    if let (error, message) = fault(request) {
      return DescribeConfigsResponse(
        results: request.resources.map { .init(refusing: $0, error, message) })
    }
    let own = BrokerSettings.all(of: self)
    return DescribeConfigsResponse(
      results: request.resources.map {
        settings(of: $0, own, withSynonyms: request.includeSynonyms)
      })
  }

  /// What is wrong with the request as a whole. A resource is asked for in a few bytes and told of
  /// in thousands.
  private func fault(_ request: DescribeConfigsRequest) -> (ErrorCode, String)? {
    let most = config.limits.describedResources
    if request.resources.count > most {
      return (.policyViolation, "More than \(most) at once.")
    }
    let stranger = request.resources.first { ResourceType(rawValue: $0.resourceType) == nil }
    return stranger.map {
      (
        .invalidRequest,
        "Unexpected resource type \($0.resourceType) for resource \($0.resourceName)"
      )
    }
  }

  private func settings(
    of resource: DescribeConfigsRequest.Resource, _ own: [ConfigSetting], withSynonyms: Bool
  ) -> DescribeConfigsResponse.Result {
    switch ResourceType(rawValue: resource.resourceType) {
    case .topic:
      let name = TopicName(resource.resourceName)
      if let fault = TopicRules.nameFault(name.text) {
        return .init(refusing: resource, .invalidTopicException, fault)
      }
      guard let topic = topics.shown(name, nowMs: clock.nowMs) else {
        return .init(refusing: resource, .unknownTopicOrPartition, "")
      }
      return .init(
        resource,
        TopicSettings.described(topic.settings, own, withSynonyms: withSynonyms))
    case .broker:
      if resource.resourceName.isEmpty {
        return .init(
          resource,
          own.filter { $0.setAt == .cluster }.map {
            var told = $0.told(withSynonyms: withSynonyms)
            told.synonyms.removeAll { $0.source != ConfigSetting.Source.cluster.rawValue }
            return told
          })
      }
      return ofThisBroker(resource, orEmpty: " or empty string,") {
        own.map { $0.told(withSynonyms: withSynonyms) }
      }
    case .brokerLogger: return ofThisBroker(resource, orEmpty: "") { [] }
    // There are none of these.
    case .clientMetrics, .group, nil: return .init(resource, [])
    }
  }

  private func ofThisBroker(
    _ resource: DescribeConfigsRequest.Resource, orEmpty: String,
    _ settings: () -> [DescribeConfigsResponse.Config]
  ) -> DescribeConfigsResponse.Result {
    let name = resource.resourceName
    if name.isEmpty {
      return .init(refusing: resource, .invalidRequest, "Broker id must not be empty")
    }
    guard let id = Int32(name) else {
      return .init(
        refusing: resource, .invalidRequest, "Broker id must be an integer, but it is: \(name)")
    }
    guard id == Self.node.value else {
      return .init(
        refusing: resource, .invalidRequest,
        "Unexpected broker id, expected \(Self.node)\(orEmpty) but received \(name)")
    }
    return .init(resource, settings())
  }

  /// `ConfigResource.Type`.
  private enum ResourceType: Int8 {
    case topic = 2
    case broker = 4
    case brokerLogger = 8
    case clientMetrics = 16
    case group = 32
  }
}

extension DescribeConfigsResponse.Result {
  /// Only what was asked for; no keys ask for all.
  fileprivate init(
    _ resource: DescribeConfigsRequest.Resource, _ configs: [DescribeConfigsResponse.Config]
  ) {
    let keys = Set(resource.configurationKeys ?? [])
    self.init(
      resourceType: resource.resourceType, resourceName: resource.resourceName,
      configs: keys.isEmpty ? configs : configs.filter { keys.contains($0.name) })
  }

  fileprivate init(
    refusing resource: DescribeConfigsRequest.Resource, _ error: ErrorCode, _ message: String
  ) {
    self.init(
      errorCode: error, errorMessage: message, resourceType: resource.resourceType,
      resourceName: resource.resourceName)
  }
}
