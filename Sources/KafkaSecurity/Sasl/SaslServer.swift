/// The broker's side of one authentication.
public struct SaslServer {
  /// What becomes of a client's token.
  public enum Verdict: Hashable, Sendable {
    /// Another token is needed.
    case goesOn([UInt8])
    /// The client is who it says it is.
    case done([UInt8])
    /// It is not, in the words a real broker has for it.
    case refused(String)
  }

  private let users: SaslUsers
  private let mechanism: SaslMechanism
  #if Security
    private var scram: ScramServer?
  #endif

  public init(_ mechanism: SaslMechanism, _ users: SaslUsers) {
    self.mechanism = mechanism
    self.users = users
    #if Security
      scram = ScramHash(mechanism).map { hash in
        ScramServer(hash, nonce: ScramMessage.nonce()) { users.credential(mechanism, $0) }
      }
    #endif
  }

  /// Takes the client's next token.
  public mutating func take(_ token: [UInt8]) -> Verdict {
    if mechanism == .plain { return judgePlain(token) }
    #if Security
      if let answer = scram?.answer(token) {
        return scram?.isComplete == true ? .done(answer) : .goesOn(answer)
      }
    #endif
    return .refused(
      "Authentication failed during authentication due to invalid credentials with SASL "
        + "mechanism \(mechanism.rawValue)")
  }

  /// Another identity or none, who, the password, with zeros between them.
  private func judgePlain(_ token: [UInt8]) -> Verdict {
    let parts = token.split(separator: 0, omittingEmptySubsequences: false)
      .map { String(decoding: $0, as: UTF8.self) }
    guard parts.count == 3 else {
      return .refused("Invalid SASL/PLAIN response: expected 3 tokens, got \(parts.count)")
    }
    guard users.isPassword(parts[2], of: parts[1]) else {
      return .refused("Authentication failed: Invalid username or password")
    }
    if !parts[0].isEmpty, parts[0] != parts[1] {
      return .refused(
        "Authentication failed: Client requested an authorization id that is different from "
          + "username")
    }
    return .done([])
  }
}
