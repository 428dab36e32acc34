import KafkaModel

/// What stands before every request: v1, and v2 with tagged fields for flexible versions.
public struct RequestHeader: Hashable, Sendable {
  public var apiKey: ApiKey
  public var apiVersion: Int16
  public var correlationId: Int32
  public var clientId: String?

  public init(apiKey: ApiKey, apiVersion: Int16, correlationId: Int32, clientId: String?) {
    self.apiKey = apiKey
    self.apiVersion = apiVersion
    self.correlationId = correlationId
    self.clientId = clientId
  }

  var isFlexible: Bool { ApiSupport.isFlexible(apiKey, apiVersion) }

  func write(to writer: inout WireWriter) throws(WireError) {
    writer.output.int16(apiKey.rawValue)
    writer.output.int16(apiVersion)
    writer.output.int32(correlationId)
    do throws(ByteError) {
      // Never compact, not even in v2: a broker reads it before it looks at the version.
      try writer.output.string(clientId)
    } catch {
      throw WireError(error, field: "client_id")
    }
    if writer.flexible { writer.output.unsignedVarint(0) }
  }

  /// Checks the API and its version, since the header's own form depends on them.
  static func read(from input: inout ByteReader) throws(WireError) -> RequestHeader {
    var reader = WireReader(version: 1, flexible: false, input: input)
    var key: Int16 = 0
    var version: Int16 = 0
    var correlationId: Int32 = 0
    var clientId: String?
    try reader.number("request_api_key", &key)
    try reader.number("request_api_version", &version)
    guard let api = ApiKey(rawValue: key) else {
      throw WireError(.unknownApi(key), field: "request_api_key", offset: 0)
    }
    guard ApiSupport.versions(of: api).contains(version) else {
      throw WireError(
        .unsupportedVersion(api, version), field: "request_api_version", offset: 2)
    }
    try reader.number("correlation_id", &correlationId)
    try reader.nullable("client_id", &clientId)
    input = reader.input
    if ApiSupport.isFlexible(api, version) { try skipTags(&input) }
    return RequestHeader(
      apiKey: api, apiVersion: version, correlationId: correlationId, clientId: clientId)
  }

  static func skipTags(_ input: inout ByteReader) throws(WireError) {
    do throws(ByteError) {
      _ = try input.taggedFields()
    } catch {
      throw WireError(error, field: "tagged_fields")
    }
  }
}
