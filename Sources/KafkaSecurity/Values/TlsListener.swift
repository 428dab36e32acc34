/// What a listener of ours shows of itself, and whom it lets in.
public struct TlsListener: Hashable, Sendable {
  public var identity: TlsIdentity
  /// `ssl.client.auth=required`: who must have signed a client's certificate; nil: it needs none.
  public var clientAuthorities: Pem?

  public init(identity: TlsIdentity, clientAuthorities: Pem? = nil) {
    self.identity = identity
    self.clientAuthorities = clientAuthorities
  }
}
