import Feed
import KafkaModel

/// Numbers that run: only the last of each kind is told, some times a second.
struct NewNumbers {
  private var ends: [TopicPartition: FeedEvent] = [:]
  private var positions: [TopicPartition: FeedEvent] = [:]

  var isEmpty: Bool { ends.isEmpty && positions.isEmpty }

  /// False for what is no such number.
  mutating func take(_ event: FeedEvent) -> Bool {
    switch event {
    case .logEnd(let place, _): ends[place] = event
    case .position(_, let place, _): positions[place] = event
    default: return false
    }
    return true
  }

  mutating func takeAll() -> [FeedEvent] {
    defer { self = NewNumbers() }
    return [ends, positions].flatMap { list in list.sorted { $0.key < $1.key }.map(\.value) }
  }
}
