/// What the broker speaks.
public struct ApiVersionsRequest: Hashable, Sendable {
  public var clientSoftwareName: String
  public var clientSoftwareVersion: String

  public init(
    clientSoftwareName: String = "", clientSoftwareVersion: String = ""
  ) {
    self.clientSoftwareName = clientSoftwareName
    self.clientSoftwareVersion = clientSoftwareVersion
  }
}

/// A range of versions an API.
public struct ApiVersionsResponse: Hashable, Sendable {
  public var errorCode: ErrorCode
  public var apiKeys: [ApiVersionsResponse.Range]
  public var throttleTimeMs: Int32
  /// Features, kept as they came.
  public var tagged: [TaggedField]

  public init(
    errorCode: ErrorCode = .none, apiKeys: [ApiVersionsResponse.Range] = [],
    throttleTimeMs: Int32 = 0, tagged: [TaggedField] = []
  ) {
    self.errorCode = errorCode
    self.apiKeys = apiKeys
    self.throttleTimeMs = throttleTimeMs
    self.tagged = tagged
  }
}

extension ApiVersionsResponse {
  /// One API.
  public struct Range: Hashable, Sendable {
    public var apiKey: Int16
    public var minVersion: Int16
    public var maxVersion: Int16

    public init(
      apiKey: Int16, minVersion: Int16, maxVersion: Int16
    ) {
      self.apiKey = apiKey
      self.minVersion = minVersion
      self.maxVersion = maxVersion
    }
  }
}

/// A tagged field (KIP-482) not described here, kept as it came.
public struct TaggedField: Hashable, Sendable {
  public var tag: UInt32
  public var bytes: [UInt8]

  public init(
    tag: UInt32, bytes: [UInt8]
  ) {
    self.tag = tag
    self.bytes = bytes
  }
}
