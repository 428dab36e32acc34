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
  /// No request of Kafka's, one that is not spoken here, or one that is too large.
  case notTaken
  /// All places are taken.
  case crowded
}
