import KafkaModel

/// What was seen of one partition so far; -1 stands for what was not.
struct PartitionLedger {
  var committed: Int64 = -1
  var logEnd: Int64 = -1
  /// When the committed offset was last seen to have moved on.
  var progressMs: Int64 = -1
  /// When nothing was last left to read.
  var caughtUpMs: Int64 = -1
  /// The seat that has it by the plan.
  var owner: Int32 = -1
  var isReading = false
  /// Some answer has told of it before.
  var isKnown = false

  /// Records that wait; nil where that is not known.
  var lag: Int64? { committed >= 0 && logEnd >= 0 ? max(0, logEnd - committed) : nil }
  /// The last time that somebody was seen to do his work on it.
  var aliveMs: Int64 { max(progressMs, caughtUpMs) }
}

/// A topic's partitions.
struct TopicLedger {
  var name: TopicName
  var partitions: [PartitionLedger] = []
}
