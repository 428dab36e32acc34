import KafkaModel

/// The version of each API to be used on a connection, after its ApiVersions answer.
public struct NegotiatedVersions: Sendable {
  private var versions = Index<ApiKey, ClosedRange<Int16>>()
  /// What producers may do with these versions: the cluster's finalized feature says it, and the
  /// requests that it needs must be spoken.
  public private(set) var transactionVersion = TransactionVersion.zero

  /// Before the broker was asked: only ApiVersions may be sent.
  public init(apiVersions: Int16 = ApiSupport.versions(of: .apiVersions).upperBound) {
    versions[.apiVersions] = apiVersions...apiVersions
  }

  /// `caps` lowers the newest version of an API, where a broker advertises what it cannot do.
  public init(_ answer: ApiVersionsResponse, caps: [(api: ApiKey, version: Int16)] = []) {
    for range in answer.apiKeys {
      guard let api = ApiKey(rawValue: range.apiKey) else { continue }
      let cap = caps.first { $0.api == api }?.version ?? .max
      versions[api] = ApiSupport.negotiate(api, broker: range, cap: cap).map {
        max(ApiSupport.versions(of: api).lowerBound, range.minVersion)...$0
      }
    }
    let level = answer.finalizedLevel(of: TransactionVersion.feature) ?? 0
    if level > 0 { transactionVersion = level > 1 && speaksImplicitAdding ? .two : .one }
  }

  /// nil where the broker and we have no version in common.
  public subscript(api: ApiKey) -> Int16? { versions[api]?.upperBound }

  /// The newest one that is not above `highest`; nil where there is none.
  public subscript(api: ApiKey, atMost highest: Int16?) -> Int16? {
    guard let range = versions[api] else { return nil }
    let version = min(range.upperBound, highest ?? .max)
    return range.contains(version) ? version : nil
  }

  /// KIP-890: Produce and TxnOffsetCommit that add partitions, EndTxn that bumps the epoch.
  private var speaksImplicitAdding: Bool {
    let needed: [(api: ApiKey, version: Int16)] = [
      (.produce, 12), (.txnOffsetCommit, 5), (.endTxn, 5),
    ]
    return needed.allSatisfy { self[$0.api] ?? -1 >= $0.version }
  }
}
