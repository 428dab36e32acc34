/// A token of the mechanism that was agreed on (KIP-152).
public struct SaslAuthenticateRequest: Hashable, Sendable {
  public var authBytes: [UInt8]

  public init(authBytes: [UInt8]) { self.authBytes = authBytes }
}

/// The broker's next token, or why it does not let the client in.
public struct SaslAuthenticateResponse: Hashable, Sendable {
  public var errorCode: ErrorCode
  public var errorMessage: String?
  public var authBytes: [UInt8]
  /// After that time the client has to authenticate again (KIP-368); 0 = never.
  public var sessionLifetimeMs: Int64

  public init(
    errorCode: ErrorCode = .none, errorMessage: String? = nil, authBytes: [UInt8] = [],
    sessionLifetimeMs: Int64 = 0
  ) {
    self.errorCode = errorCode
    self.errorMessage = errorMessage
    self.authBytes = authBytes
    self.sessionLifetimeMs = sessionLifetimeMs
  }
}
