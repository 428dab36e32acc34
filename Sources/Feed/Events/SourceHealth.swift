/// Whether what is shown is fresh.
public enum SourceHealth: Hashable, Sendable {
  case fine
  case connecting
  /// Nothing new arrives; what is shown is as old as the last good answer.
  case trouble(Trouble, detail: String)

  public var isTrouble: Bool {
    if case .trouble = self { true } else { false }
  }
}

/// Why a live source has nothing new.
public enum Trouble: Hashable, Sendable {
  case unreachable
  case brokerGone
  /// The peer's bytes are no Kafka.
  case notKafka
  case refused
  /// The broker does not take who we say we are.
  case notLetIn
  /// The broker is not who it should be, or cannot show it.
  case untrusted
  /// A client that was to be started has failed.
  case noClient
  /// What was asked for cannot be done, however often it is tried.
  case impossible
}

extension GroupPicture {
  /// It will not pass, however long one waits: whoever was never let in will not be. Whoever was
  /// let in once may be let in again.
  public func isFinal(_ trouble: Trouble) -> Bool {
    switch trouble {
    case .impossible: true
    case .notLetIn, .untrusted: freshMs == nil
    case .unreachable, .brokerGone, .notKafka, .refused, .noClient: false
    }
  }
}
