/// A setting that a consumer would not start with.
public struct ConfigError: Error, Hashable, Sendable, CustomStringConvertible {
  /// Kafka's name of the setting.
  public var key: String
  /// What was given.
  public var value: String
  /// What is wrong with it.
  public var reason: String

  public init(key: String, value: String, reason: String) {
    self.key = key
    self.value = value
    self.reason = reason
  }

  /// One line that names key and value; what may be a secret is left out (`Password.HIDDEN`).
  public var description: String { "\(key)=\(mayBeSecret ? "[hidden]" : value): \(reason)" }

  private var mayBeSecret: Bool {
    let small = key.lowercased()
    return small.hasPrefix("ssl.") || small.hasPrefix("sasl.")
      || ["password", "secret", "token"].contains { small.contains($0) }
  }
}
