import KafkaModel
import KafkaSecurity
import KafkaWire
import NIOCore

/// Who we are to a broker, said before the first request and again before that is forgotten.
extension BrokerConnection {
  /// Agrees on the mechanism (KIP-43), then sends the client's tokens (KIP-152).
  func authenticate(
    _ channel: any Channel, _ versions: NegotiatedVersions, _ sasl: SaslSettings
  ) {
    phase = .authenticating(channel, versions)
    // Version 0 of the handshake means tokens without headers.
    guard let handshake = versions[.saslHandshake], handshake >= 1,
      versions[.saslAuthenticate] != nil
    else {
      return refused("offers no SASL in a version spoken here")
    }
    let request = SaslHandshakeRequest(mechanism: sasl.mechanism.rawValue)
    ask(.saslHandshake(request), channel, handshake) { response in
      guard case .saslHandshake(let answer) = response else { return }
      switch answer.errorCode {
      case .none:
        var client = SaslClient(sasl)
        let token = client.first()
        self.send(token, client, channel, versions)
      case .unsupportedSaslMechanism:
        let enabled = answer.mechanisms.joined(separator: ", ")
        self.refused("does not take \(sasl.mechanism.rawValue): it takes \(enabled)")
      case .illegalSaslState:
        self.refused("has no SASL at this port (security.protocol)")
      default: self.refused("answers SaslHandshake with \(answer.errorCode)")
      }
    }
  }

  private func send(
    _ token: [UInt8], _ client: SaslClient, _ channel: any Channel, _ versions: NegotiatedVersions
  ) {
    guard let version = versions[.saslAuthenticate] else { return }
    ask(.saslAuthenticate(SaslAuthenticateRequest(authBytes: token)), channel, version) {
      guard case .saslAuthenticate(let answer) = $0 else { return }
      guard answer.errorCode == .none else { return self.refused(answer) }
      self.take(answer, client, channel, versions)
    }
  }

  private func take(
    _ answer: SaslAuthenticateResponse, _ client: SaslClient, _ channel: any Channel,
    _ versions: NegotiatedVersions
  ) {
    var client = client
    do throws(SecurityFault) {
      if let token = try client.next(after: answer.authBytes) {
        return send(token, client, channel, versions)
      }
    } catch {
      return fail(BrokerFailure(.untrusted, "\(address) \(error)"))
    }
    renew(beforeMs: answer.sessionLifetimeMs)
    becomeReady(channel, versions)
  }

  private func ask(
    _ request: Request, _ channel: any Channel, _ version: Int16,
    _ answered: @escaping (Response) -> Void
  ) {
    let exchange = Exchange(
      correlationId: takeCorrelationId(), request: request, timeoutMs: settings.requestTimeoutMs,
      finish: { if case .success(let response) = $0 { answered(response) } })
    write(exchange, channel, version)
  }

  private func refused(_ words: String) {
    fail(BrokerFailure(.notLetIn, "\(address) \(words)"))
  }

  private func refused(_ answer: SaslAuthenticateResponse) {
    guard let sasl = settings.security.sasl else { return }
    var words = answer.errorMessage ?? "\(answer.errorCode)"
    // What a broker says is shown; should it repeat the password, that is not.
    let password = sasl.password.text
    if !password.isEmpty { words = words.replacing(password, with: Secret.hidden) }
    let line = words.split(whereSeparator: \.isNewline).joined(separator: " ").prefix(300)
    refused("does not let \(sasl.username) in: \(line)")
  }
}

/// Sessions that end (KIP-368).
extension BrokerConnection {
  /// Java's clients take a moment between 85 and 95 % of the session, so that not all come at once.
  private func renew(beforeMs lifetimeMs: Int64) {
    renewal?.cancel()
    renewal = nil
    guard lifetimeMs > 0 else { return }
    let delayMs = min(lifetimeMs, 86_400_000) * Int64.random(in: 85...95) / 100
    let attempt = attempt
    renewal = loop.assumeIsolated().scheduleTask(in: .milliseconds(delayMs)) {
      guard attempt == self.attempt else { return }
      self.isRenewalDue = true
      self.renewIfDue()
    }
  }

  /// Once nothing is in flight: a JoinGroup that the broker holds would hold this up, too.
  func renewIfDue() {
    guard isRenewalDue, inFlight.isEmpty, case .ready(let channel, let versions) = phase,
      let sasl = settings.security.sasl
    else { return }
    isRenewalDue = false
    authenticate(channel, versions, sasl)
  }
}
