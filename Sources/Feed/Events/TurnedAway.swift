/// Why a broker of ours has hung up on somebody who came.
public enum TurnedAway: String, Hashable, Sendable, CaseIterable {
  /// No such user, or not its password (SASL_AUTHENTICATION_FAILED).
  case credentials
  /// A SASL mechanism that is not taken (UNSUPPORTED_SASL_MECHANISM).
  case mechanism
  /// It asks for something without having said who it is: `security.protocol` without SASL.
  case unauthenticated
  /// No TLS, or a handshake that failed.
  case tls
  /// Bytes that are no request of Kafka's.
  case notKafka
  /// All places are taken.
  case crowded
}
