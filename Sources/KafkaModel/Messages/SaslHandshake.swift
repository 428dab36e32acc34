/// Chooses the mechanism with which a connection is authenticated (KIP-43).
public struct SaslHandshakeRequest: Hashable, Sendable {
  /// E.g. `SCRAM-SHA-256`.
  public var mechanism: String

  public init(mechanism: String) { self.mechanism = mechanism }
}

/// Whether the mechanism is enabled, and which ones are.
public struct SaslHandshakeResponse: Hashable, Sendable {
  public var errorCode: ErrorCode
  public var mechanisms: [String]

  public init(errorCode: ErrorCode = .none, mechanisms: [String] = []) {
    self.errorCode = errorCode
    self.mechanisms = mechanisms
  }
}
