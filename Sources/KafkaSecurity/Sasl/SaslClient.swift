/// The client's tokens of one authentication, in their order.
public struct SaslClient {
  private let settings: SaslSettings
  private var step = Step.start
  #if Security
    private var scram: ScramClient?
  #endif

  private enum Step { case start, proving, checking, done }

  public init(_ settings: SaslSettings) {
    self.settings = settings
    #if Security
      if let hash = ScramHash(settings.mechanism) {
        scram = ScramClient(settings, hash, nonce: ScramMessage.nonce())
      }
    #endif
  }

  /// What is sent first.
  public mutating func first() -> [UInt8] {
    #if Security
      if let scram {
        step = .proving
        return scram.first
      }
    #endif
    step = .done
    // No other identity, who, the password (RFC 4616).
    return [0] + Array(settings.username.utf8) + [0] + Array(settings.password.text.utf8)
  }

  /// What answers the broker's token; nil where the client is through.
  ///
  /// Throws where the broker's words cannot be trusted.
  public mutating func next(after token: [UInt8]) throws(SecurityFault) -> [UInt8]? {
    #if Security
      switch step {
      case .proving:
        step = .checking
        return try scram?.final(answering: token)
      case .checking:
        try scram?.verify(token)
        step = .done
        return nil
      case .start, .done: return nil
      }
    #else
      return nil
    #endif
  }
}
