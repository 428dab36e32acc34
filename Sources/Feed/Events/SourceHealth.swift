/// Whether what is shown is fresh.
public enum SourceHealth: Hashable, Sendable {
  case fine
  case connecting
  /// Nothing new arrives; what is shown is as old as the last good answer.
  case trouble(Trouble, detail: String)
}

/// Why a live source has nothing new.
public enum Trouble: Hashable, Sendable {
  case unreachable
  case brokerGone
  /// The peer's bytes are no Kafka.
  case notKafka
  case refused
}
