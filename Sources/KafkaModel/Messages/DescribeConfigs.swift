/// Asks for settings of topics and brokers (KIP-133, KIP-226).
public struct DescribeConfigsRequest: Hashable, Sendable {
  public var resources: [DescribeConfigsRequest.Resource]
  public var includeSynonyms: Bool
  /// v3+.
  public var includeDocumentation: Bool

  public init(
    resources: [DescribeConfigsRequest.Resource], includeSynonyms: Bool = false,
    includeDocumentation: Bool = false
  ) {
    self.resources = resources
    self.includeSynonyms = includeSynonyms
    self.includeDocumentation = includeDocumentation
  }
}

extension DescribeConfigsRequest {
  /// What has settings.
  public struct Resource: Hashable, Sendable {
    /// `ConfigResource.Type`.
    public var resourceType: Int8
    public var resourceName: String
    /// Which settings; nil = all.
    public var configurationKeys: [String]?

    public init(resourceType: Int8, resourceName: String, configurationKeys: [String]? = nil) {
      self.resourceType = resourceType
      self.resourceName = resourceName
      self.configurationKeys = configurationKeys
    }
  }
}

/// Settings, or why there are none, for each that was asked for.
public struct DescribeConfigsResponse: Hashable, Sendable {
  public var throttleTimeMs: Int32
  public var results: [DescribeConfigsResponse.Result]

  public init(throttleTimeMs: Int32 = 0, results: [DescribeConfigsResponse.Result] = []) {
    self.throttleTimeMs = throttleTimeMs
    self.results = results
  }
}

extension DescribeConfigsResponse {
  /// Of one topic or broker.
  public struct Result: Hashable, Sendable {
    public var errorCode: ErrorCode
    public var errorMessage: String?
    public var resourceType: Int8
    public var resourceName: String
    public var configs: [Config]

    public init(
      errorCode: ErrorCode = .none, errorMessage: String? = "", resourceType: Int8,
      resourceName: String, configs: [Config] = []
    ) {
      self.errorCode = errorCode
      self.errorMessage = errorMessage
      self.resourceType = resourceType
      self.resourceName = resourceName
      self.configs = configs
    }
  }

  /// One setting.
  public struct Config: Hashable, Sendable {
    public var name: String
    public var value: String?
    public var readOnly: Bool
    /// `ConfigSource`: where the value comes from.
    public var configSource: Int8
    public var isSensitive: Bool
    /// What else could have given the value, the strongest first.
    public var synonyms: [Synonym]
    /// v3+: `ConfigType`.
    public var configType: Int8
    /// v3+.
    public var documentation: String?

    public init(
      name: String, value: String?, readOnly: Bool = false, configSource: Int8 = -1,
      isSensitive: Bool = false, synonyms: [Synonym] = [], configType: Int8 = 0,
      documentation: String? = nil
    ) {
      self.name = name
      self.value = value
      self.readOnly = readOnly
      self.configSource = configSource
      self.isSensitive = isSensitive
      self.synonyms = synonyms
      self.configType = configType
      self.documentation = documentation
    }
  }

  /// A value at one of the places where it can be set.
  public struct Synonym: Hashable, Sendable {
    public var name: String
    public var value: String?
    public var source: Int8

    public init(name: String, value: String?, source: Int8) {
      self.name = name
      self.value = value
      self.source = source
    }
  }
}
