import Feed
import KafkaModel

extension World {
  /// A producer is run: all its records are in the logs at once, and whoever waits for them is
  /// answered.
  mutating func produce(_ records: Int64, into events: inout [TimedEvent]) -> CommandAnswer {
    guard let topic = logs.topics.first?.name, records > 0, records <= Self.runLimit else {
      return .refused(.notInThisSource)
    }
    emit(.produced(topic, records: records), &events)
    for place in logs.append(records, to: topic, nowMs: nowMs) {
      let log = logs.logs[place]
      let end = LogEnd(offset: log.base, growthPerKilosecond: log.rate * 1000)
      emit(.logEnd(log.partition, end), &events)
    }
    retryFetches { $0.names(topic) }
    return .done
  }

  /// A run's records; offsets stay far from the end of their numbers.
  static let runLimit: Int64 = 1_000_000
}
