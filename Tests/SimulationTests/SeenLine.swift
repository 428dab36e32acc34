import Feed
import KafkaModel

/// An event in a transcript: short, with letters for members and no ids.
enum SeenLine {
  static func text(of timed: TimedEvent) -> String? {
    words(timed.event).map { "\(time(timed.timeMs)) \($0)" }
  }

  /// Seconds with thousandths.
  static func time(_ ms: Int64) -> String {
    let rest = String(ms % 1000)
    return "\(ms / 1000)." + String(repeating: "0", count: 3 - rest.count) + rest
  }

  private static func words(_ event: FeedEvent) -> String? {
    switch event {
    case .process(let slot, let change): "\(slot.letter) \(change)"
    case .requestSent(let slot, let api): "\(slot.letter) sends \(api)"
    case .responseReceived(let slot, let api, let error):
      "\(slot.letter) hears \(error) to \(api)"
    case .subscribed(let slot, let topics):
      "\(slot.letter) subscribes to [\(topics.map(\.text).joined(separator: ","))]"
    case .partitionsAdded(let topic, let count): "\(topic) has \(count) partitions"
    case .coordinatorMoved(let broker): "broker \(broker) is the coordinator"
    case .produced(let topic, let records): "\(records) records to \(topic)"
    case .memberSeen(let slot, let identity):
      identity.instanceId.map { "\(slot.letter) is called \($0)" }
        ?? "\(slot.letter) is called nothing"
    case .assigned(let slot, let list, let generation):
      "\(slot.letter) is assigned \(numbers(list)) in generation \(generation)"
    case .revoked(let slot, let list): "\(slot.letter) gives up \(numbers(list))"
    case .lost(let slot, let list): "\(slot.letter) loses \(numbers(list))"
    case .readingStarted(let slot, let partition, let offset):
      "\(slot.letter) reads \(name(partition)) from \(offset)"
    case .pollMissed(let slot): "\(slot.letter) called poll too late"
    case .failed(let slot, let api, let error): "\(slot.letter) fails: \(error) to \(api)"
    case .groupState(let state, let generation, let cause):
      "group \(state.rawValue) generation \(generation)" + (cause.map { " (\(name($0)))" } ?? "")
    case .leader(let slot): "leader \(slot?.letter ?? "-")"
    case .memberAdded(let slot, _): "\(slot.letter) is a member"
    case .memberRemoved(let slot, _, let reason):
      "\(slot?.letter ?? "?") is removed: \(reason)"
    case .plan(let generation, let shares):
      "plan \(generation): "
        + shares.map { "\($0.slot?.letter ?? "?")\(numbers($0.partitions))" }.sorted()
        .joined(separator: " ")
    case .transaction(let event): words(event)
    default: nil
    }
  }

  private static func words(_ event: TransactionEvent) -> String? {
    switch event {
    case .process(_, let change): "the producer is \(change)"
    case .state(let slot, let state): "producer \(slot.index) is \(state)"
    case .producerId(let slot, let producer):
      "producer \(slot.index) has id \(producer.id) epoch \(producer.epoch)"
    case .mustAbort(let slot, let api, let error):
      "producer \(slot.index) must abort: \(error) to \(api)"
    case .failed(let slot, let api, let error):
      "producer \(slot.index) fails: \(error) to \(api)"
    case .transaction(let id, let state, let producer):
      "\(id) \(state), epoch \(producer.epoch)"
    case .fenced(let id, let producer, let reason):
      "\(id) epoch \(producer.epoch) is fenced: \(reason)"
    case .timeout(let id, let dueMs):
      dueMs.map { "\(id) is aborted at \(time($0)) if nobody ends it" }
    case .opened(let partition, _, let offset):
      "a transaction opens \(name(partition)) at \(offset)"
    case .marker(let partition, _, let isCommit, let offset, let records):
      "\(name(partition)): \(isCommit ? "COMMIT" : "ABORT") marker at \(offset)"
        + " for \(records) records"
    case .stableOffset(let partition, let offset):
      "\(name(partition)): LSO \(offset.map { "\($0)" } ?? "= high watermark")"
    case .offsetPending(let partition, let offset, _):
      "offset \(offset) of \(name(partition)) is pending"
    case .offsetsDecided(_, let isCommit): "pending offsets \(isCommit ? "count" : "are dropped")"
    case .wrote(let slot, let partition, let offset, let records):
      "producer \(slot.index) has written \(records) records to \(name(partition)) from \(offset)"
    case .producerSeen, .output, .delivered: nil
    }
  }

  private static func numbers(_ list: [TopicPartition]) -> String {
    "[" + list.map(name).joined(separator: ",") + "]"
  }

  /// The number; with the topic where it is not the one that most stories have.
  static func name(_ partition: TopicPartition) -> String {
    let number = String(partition.partition)
    return partition.topic == "peter-test06" ? number : "\(partition.topic)-\(number)"
  }

  private static func name(_ cause: RebalanceCause) -> String {
    String("\(cause)".prefix { $0 != "(" })
  }
}
