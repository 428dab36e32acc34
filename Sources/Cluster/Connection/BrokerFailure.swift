import Feed

/// Why a request got no answer: the connection's fault, not an error code in an answer.
public struct BrokerFailure: Error, Hashable, Sendable, CustomStringConvertible {
  public enum Kind: Hashable, Sendable {
    /// No such host, no route, or nobody picks up.
    case unreachable
    /// The port is closed.
    case refused
    /// The broker will not do it for us, or what was asked for is not ours to do.
    case denied
    /// The broker does not take who we say we are (SASL, or a certificate of ours).
    case notLetIn
    /// The broker is not who it should be, or cannot show it.
    case untrusted
    /// A broker that we spoke with has closed the connection.
    case brokerGone
    /// The broker took longer than `request.timeout.ms`.
    case timedOut
    /// The peer's bytes are no Kafka, or contradict themselves.
    case notKafka
    /// The broker does not list the API in a version we speak.
    case notOffered
    /// The request does not fit its format.
    case unsendable
  }

  public var kind: Kind
  /// One line: what and where.
  public var detail: String

  public init(_ kind: Kind, _ detail: String) {
    self.kind = kind
    self.detail = detail
  }

  public var description: String { detail }

  /// Trying again brings the same, until somebody changes a setting, here or there.
  public var isFinal: Bool { kind == .notLetIn || kind == .untrusted }

  /// The word for the screen.
  public var trouble: Trouble {
    switch kind {
    case .unreachable, .refused: .unreachable
    case .denied, .notOffered, .unsendable: .refused
    case .notLetIn: .notLetIn
    case .untrusted: .untrusted
    case .brokerGone, .timedOut: .brokerGone
    case .notKafka: .notKafka
    }
  }
}
