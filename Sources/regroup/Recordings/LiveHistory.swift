import Feed
import KafkaModel

/// What a live source has told since its start, for a recording of it. It is one object, because
/// time never goes back and a play is copied often.
///
/// It is bounded: of the older half only the last number of each kind is kept, and all that changes
/// the picture in kind.
final class LiveHistory {
  private(set) var entries: [RecordingEntry] = []
  /// All that ever came.
  private(set) var count = 0
  private var timeMs: Int64 = 0
  private let most: Int
  private var limit: Int

  init(most: Int = 200_000) {
    self.most = most
    limit = most
  }

  func add(_ happened: [TimedEvent]) {
    for var timed in happened {
      // Members tell their own time; a recording's never goes back.
      timed.timeMs = max(timed.timeMs, timeMs)
      add(.event(timed))
    }
  }

  func add(_ command: Command, atMs nowMs: Int64) {
    add(.command(timeMs: max(timeMs, nowMs), command))
  }

  /// Of another source of lines: their times may lie a little back.
  func add(_ inputs: [(timeMs: Int64, text: String)]) {
    for input in inputs { add(.input(timeMs: max(timeMs, input.timeMs), input.text)) }
  }

  private func add(_ entry: RecordingEntry) {
    timeMs = entry.timeMs ?? timeMs
    entries.append(entry)
    count += 1
    if entries.count > limit { thin() }
  }

  /// The end of it, now.
  func end(atMs nowMs: Int64) -> RecordingEntry { .end(timeMs: max(timeMs, nowMs)) }

  private func thin() {
    let half = entries.count / 2
    var seen: Set<FeedEvent> = []
    // In place, from the half's end on: a copy would be the most that a watch takes of memory.
    var to = half
    for from in (0..<half).reversed() {
      if case .event(let timed) = entries[from], let number = Self.number(timed.event),
        !seen.insert(number).inserted
      {
        continue
      }
      to -= 1
      entries.swapAt(to, from)
    }
    entries.removeFirst(to)
    // What cannot be left out may come to more than that; it is not gone through each time.
    limit = max(most, entries.count + most / 4)
  }

  /// Which number an event tells anew, whatever its value; nil for what is more than a number.
  private static func number(_ event: FeedEvent) -> FeedEvent? {
    switch event {
    case .position(let slot, let partition, _): .position(slot, partition, Offset(0))
    case .committed(let partition, _): .committed(partition, Offset(0))
    case .logEnd(let partition, _):
      .logEnd(partition, LogEnd(offset: Offset(0), growthPerKilosecond: 0))
    case .deadline(let deadline, _): .deadline(deadline, dueMs: nil)
    case .heartbeat, .brokerAnswered, .responseReceived(_, _, .none): event
    case .requestSent(_, let api) where ![.joinGroup, .syncGroup, .leaveGroup].contains(api):
      event
    // Any event that tells no number can stand for a member's routine.
    case .message(let slot, let message) where message.isRoutine: .pollMissed(slot)
    case .written where event.isRoutine: .coordinatorMoved(BrokerId(0))
    default: nil
    }
  }
}
