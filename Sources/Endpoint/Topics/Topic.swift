import KafkaModel

/// A topic and its logs.
struct Topic {
  let name: TopicName
  let id: Uuid
  let isInternal: Bool
  var logs: [PartitionLog]
  let madeMs: Int64
  /// What it was made with (`TopicSettings`).
  var settings: [String: String] = [:]

  /// How far the news of a topic has come: brokers hear of it a while after it was made, and
  /// leaders take their partitions a while after that.
  enum Standing { case unknown, leaderless, ready }

  func standing(nowMs: Int64, delayMs: Int64) -> Standing {
    let ageMs = nowMs - madeMs
    if ageMs >= 2 * delayMs { return .ready }
    return ageMs >= delayMs ? .leaderless : .unknown
  }
}
