/// Why settings cannot be followed or a peer cannot be trusted, in one line that never tells a
/// secret.
public struct SecurityFault: Error, Hashable, Sendable, CustomStringConvertible {
  /// Whose fault it is.
  public enum Kind: Hashable, Sendable {
    /// What was set cannot be followed.
    case setting
    /// The peer is not who it should be, or cannot show it.
    case untrusted
    /// The peer does not take us.
    case refused
    /// The peer does not speak that, or has gone.
    case broken
  }

  public var kind: Kind
  public var description: String

  public init(_ description: String, kind: Kind = .setting) {
    self.description = description
    self.kind = kind
  }
}
