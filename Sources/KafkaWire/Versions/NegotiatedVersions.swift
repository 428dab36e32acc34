import KafkaModel

/// The version of each API to be used on a connection, after its ApiVersions answer.
public struct NegotiatedVersions: Sendable {
  private var versions = Index<ApiKey, Int16>()

  /// Before the broker was asked: only ApiVersions may be sent.
  public init(apiVersions: Int16 = ApiSupport.versions(of: .apiVersions).upperBound) {
    versions[.apiVersions] = apiVersions
  }

  /// `caps` lowers the newest version of an API, where a broker advertises what it cannot do.
  public init(_ answer: ApiVersionsResponse, caps: [(api: ApiKey, version: Int16)] = []) {
    for range in answer.apiKeys {
      guard let api = ApiKey(rawValue: range.apiKey) else { continue }
      let cap = caps.first { $0.api == api }?.version ?? .max
      versions[api] = ApiSupport.negotiate(api, broker: range, cap: cap)
    }
  }

  /// nil where the broker and we have no version in common.
  public subscript(api: ApiKey) -> Int16? { versions[api] }
}
