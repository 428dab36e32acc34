/// How a client shows that it knows its password, as far as that is spoken here.
public enum SaslMechanism: String, Hashable, Sendable, CaseIterable {
  /// The password itself (RFC 4616).
  case plain = "PLAIN"
  /// Proofs by SHA-256 (RFC 7677).
  case scramSha256 = "SCRAM-SHA-256"
  /// The same by SHA-512.
  case scramSha512 = "SCRAM-SHA-512"

  /// All of them, for a complaint.
  public static let names = allCases.map(\.rawValue).joined(separator: ", ")
}
