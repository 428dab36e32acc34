import KafkaModel

/// Names a request so that its answer, perhaps much later, finds the way back.
public struct RequestToken: Hashable, Sendable {
  public var value: Int64
  public init(_ value: Int64) { self.value = value }
}

/// What a broker knows of a request besides its fields.
public struct RequestContext: Hashable, Sendable {
  /// Chosen by the caller; comes back with the answer.
  public var token: RequestToken
  public var apiVersion: Int16
  public var clientId: ClientId
  /// In Java's form, e.g. `/127.0.0.1`.
  public var clientHost: String

  public init(
    token: RequestToken, apiVersion: Int16, clientId: ClientId, clientHost: String
  ) {
    self.token = token
    self.apiVersion = apiVersion
    self.clientId = clientId
    self.clientHost = clientHost
  }
}
