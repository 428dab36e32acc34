import Feed
import KafkaModel
import KafkaSecurity

/// What stands before the requests of one connection, as `SaslServerAuthenticator` does: until the
/// client has shown who it is, only ApiVersions and the two SASL requests are answered.
final class AuthenticationGate {
  /// What becomes of a request.
  enum Verdict {
    case pass
    case answer(Response)
    /// The last words on this connection.
    case answerAndClose(Response, TurnedAway)
    /// nil: its time here is over.
    case close(TurnedAway?)
  }

  private enum State {
    case closed
    case exchange(SaslServer)
    /// nil: for good.
    case open(untilMs: Int64?)
  }

  private let users: SaslUsers
  private let lifetimeMs: Int64
  private var state = State.closed

  init(_ users: SaslUsers, lifetimeMs: Int64) {
    self.users = users
    self.lifetimeMs = lifetimeMs
  }

  var isOpen: Bool { if case .open = state { true } else { false } }

  func judge(_ request: Request, version: Int16, nowMs: Int64) -> Verdict {
    switch (state, request) {
    case (.closed, .apiVersions): .pass
    // Also where it is open: clients come again before their session ends (KIP-368).
    case (.closed, .saslHandshake(let asked)), (.open, .saslHandshake(let asked)):
      shake(asked, version: version)
    case (.exchange(let server), .saslAuthenticate(let asked)):
      authenticate(asked, server, nowMs: nowMs)
    case (.open(let untilMs), _): untilMs.map { $0 > nowMs } ?? true ? .pass : .close(nil)
    default: .close(.unauthenticated)
    }
  }

  private func shake(_ asked: SaslHandshakeRequest, version: Int16) -> Verdict {
    var answer = SaslHandshakeResponse(mechanisms: users.mechanisms.map(\.rawValue))
    guard let mechanism = users.mechanisms.first(where: { $0.rawValue == asked.mechanism }) else {
      answer.errorCode = .unsupportedSaslMechanism
      return .answerAndClose(.saslHandshake(answer), .mechanism)
    }
    // Tokens without headers follow version 0, which clients of the last ten years do not send.
    guard version >= 1 else {
      answer.errorCode = .unsupportedVersion
      return .answerAndClose(.saslHandshake(answer), .mechanism)
    }
    state = .exchange(SaslServer(mechanism, users))
    return .answer(.saslHandshake(answer))
  }

  private func authenticate(
    _ asked: SaslAuthenticateRequest, _ server: SaslServer, nowMs: Int64
  ) -> Verdict {
    var server = server
    switch server.take(asked.authBytes) {
    case .goesOn(let token):
      state = .exchange(server)
      return .answer(.saslAuthenticate(SaslAuthenticateResponse(authBytes: token)))
    case .done(let token):
      state = .open(untilMs: lifetimeMs > 0 ? nowMs + lifetimeMs : nil)
      return .answer(
        .saslAuthenticate(
          SaslAuthenticateResponse(authBytes: token, sessionLifetimeMs: lifetimeMs)))
    case .refused(let words):
      state = .closed
      return .answerAndClose(
        .saslAuthenticate(
          SaslAuthenticateResponse(errorCode: .saslAuthenticationFailed, errorMessage: words)),
        .credentials)
    }
  }
}
