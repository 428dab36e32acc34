/// Who may connect to a listener of ours, and how.
public struct SaslUsers: Hashable, Sendable {
  /// What the listener takes (`sasl.enabled.mechanisms`).
  public var mechanisms: [SaslMechanism]
  private var passwords: [String: Secret] = [:]
  #if Security
    private var credentials: [SaslMechanism: [String: ScramCredential]] = [:]
  #endif

  /// Kafka's default for new credentials.
  static let iterations = 4_096

  public init(mechanisms: [SaslMechanism] = SaslMechanism.allCases) {
    self.mechanisms = mechanisms
  }

  /// There is somebody of that name.
  public func has(_ name: String) -> Bool { passwords[name] != nil }

  /// Lets somebody in.
  public mutating func add(_ name: String, password: Secret) {
    passwords[name] = password
    #if Security
      for mechanism in mechanisms {
        guard let hash = ScramHash(mechanism) else { continue }
        var generator = SystemRandomNumberGenerator()
        let salt = (0..<16).map { _ in UInt8.random(in: 0 ... .max, using: &generator) }
        credentials[mechanism, default: [:]][name] = ScramCredential(
          password: password, salt: salt, iterations: Self.iterations, hash)
      }
    #endif
  }

  /// In a time that tells nothing of where they differ.
  func isPassword(_ text: String, of name: String) -> Bool {
    guard let password = passwords[name] else { return false }
    return Array(password.text.utf8).isSame(as: Array(text.utf8))
  }

  #if Security
    func credential(_ mechanism: SaslMechanism, _ name: String) -> ScramCredential? {
      credentials[mechanism]?[name]
    }
  #endif
}
