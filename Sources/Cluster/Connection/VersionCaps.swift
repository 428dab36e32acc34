import KafkaModel

/// Highest versions to use, below what a broker lists: for brokers that list more than they speak.
public struct VersionCaps: Hashable, Sendable, CustomStringConvertible {
  private var caps: [ApiKey: Int16] = [:]

  public init() {}

  /// `JoinGroup=5,SyncGroup=3`; nil where a name or a number is not known.
  public init?(_ text: String) {
    for part in text.split(separator: ",") {
      let sides = part.split(separator: "=", omittingEmptySubsequences: false)
      guard sides.count == 2, let version = Int16(sides[1]), version >= 0,
        let api = ApiKey.allCases.first(where: { $0.description == sides[0] })
      else { return nil }
      caps[api] = version
    }
  }

  public subscript(api: ApiKey) -> Int16? { caps[api] }

  public var isEmpty: Bool { caps.isEmpty }

  var list: [(api: ApiKey, version: Int16)] { caps.map { (api: $0.key, version: $0.value) } }

  /// The same text again, in the order of the keys.
  public var description: String {
    caps.sorted { $0.key.rawValue < $1.key.rawValue }.map { "\($0.key)=\($0.value)" }
      .joined(separator: ",")
  }
}
