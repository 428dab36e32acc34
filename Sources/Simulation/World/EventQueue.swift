import HeapModule
import KafkaModel

/// What is going to happen, earliest first; of equal times the one that was put in first.
///
/// The heap holds small keys only: a message is large, and a heap moves its elements about.
struct EventQueue: Sendable {
  private struct Key: Comparable, Sendable {
    var atMs: Int64
    var order: Int64
    var place: Int

    static func < (a: Key, b: Key) -> Bool {
      a.atMs == b.atMs ? a.order < b.order : a.atMs < b.atMs
    }
  }

  private var heap = Heap<Key>()
  private var events: [WorldEvent] = []
  private var free: [Int] = []
  private var order: Int64 = 0

  var nextMs: Int64? { heap.min?.atMs }
  var count: Int { heap.count }

  /// Takes the event over: messages are moved into the queue and out of it, never copied.
  mutating func put(_ event: consuming WorldEvent, atMs: Int64) {
    order += 1
    let place: Int
    if let reused = free.popLast() {
      place = reused
      events[place] = event
    } else {
      place = events.count
      events.append(event)
    }
    heap.insert(Key(atMs: atMs, order: order, place: place))
  }

  /// Fetches that are parked, in the order in which they would be answered; what is left of them
  /// in the queue is nothing.
  mutating func takeFetches(
    where isWanted: (FetchRequest) -> Bool
  ) -> [(Envelope<FetchRequest>, deadlineMs: Int64)] {
    var fetches: [(Envelope<FetchRequest>, deadlineMs: Int64)] = []
    for key in heap.unordered.sorted() {
      guard case .fetchDue(let envelope, let deadlineMs) = events[key.place],
        isWanted(envelope.body)
      else { continue }
      fetches.append((envelope, deadlineMs))
      events[key.place] = .nothing
    }
    return fetches
  }

  mutating func take() -> (atMs: Int64, event: WorldEvent)? {
    guard let key = heap.popMin() else { return nil }
    var event = WorldEvent.nothing
    swap(&event, &events[key.place])
    free.append(key.place)
    return (key.atMs, event)
  }
}
