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
    case .assigned(let slot, let list, let generation):
      "\(slot.letter) is assigned \(numbers(list)) in generation \(generation)"
    case .revoked(let slot, let list): "\(slot.letter) gives up \(numbers(list))"
    case .lost(let slot, let list): "\(slot.letter) loses \(numbers(list))"
    case .readingStarted(let slot, let partition, let offset):
      "\(slot.letter) reads \(partition.partition) from \(offset)"
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
    default: nil
    }
  }

  private static func numbers(_ list: [TopicPartition]) -> String {
    "[" + list.map { String($0.partition) }.joined(separator: ",") + "]"
  }

  private static func name(_ cause: RebalanceCause) -> String {
    String("\(cause)".prefix { $0 != "(" })
  }
}
