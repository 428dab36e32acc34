import KafkaModel

/// A recording as a feed, to be looked at: plays, steps, goes back and to any time.
///
/// Going anywhere takes the nearest keyframe and folds the events behind it; the score is known
/// from the start to the end.
public struct RecordingSource: Source, Sendable {
  public let tape: RecordingTape
  public private(set) var nowMs: Int64
  public private(set) var picture: GroupPicture
  public private(set) var timeline: Timeline
  /// Events in the picture.
  private var position: Int

  /// Stands at the start.
  public init(_ tape: RecordingTape) {
    self.tape = tape
    timeline = tape.timeline
    timeline.isRecording = false
    picture = GroupPicture()
    position = 0
    nowMs = 0
    if let start = tape.steps.first { go(to: start.position, timeMs: start.timeMs) }
  }

  public var capabilities: Capabilities {
    Capabilities(
      kind: .recording, canTravel: true, canAct: false,
      seesCoordinator: tape.origin?.kind.seesCoordinator ?? true)
  }

  public var nextEventMs: Int64? {
    position < tape.events.count ? tape.events.timeMs(position) : nil
  }

  /// Nothing comes any more.
  public var isOver: Bool { position == tape.events.count && nowMs >= tape.endMs }

  /// Which step the present belongs to, counted from 0, and how many there are.
  public var step: Int { max(0, count(of: tape.steps) { $0.position <= position } - 1) }
  public var lastStep: Int { max(0, tape.steps.count - 1) }

  /// What the log pane shows: the last of what has happened up to now.
  public func log(last count: Int) -> [TimedEvent] {
    let end = self.count(of: tape.logged) { $0 < position }
    return tape.logged[max(0, end - max(0, min(count, end)))..<end].map { tape.events[$0] }
  }

  /// Messages and written records up to now, oldest first.
  public var traffic: [TimedEvent] {
    let entries = tape.trafficLog.entries
    return entries[..<count(of: entries) { $0.place <= position }].map(\.event)
  }

  /// Those of the next ten seconds.
  public var comingTraffic: [TimedEvent] {
    let entries = tape.trafficLog.entries
    return entries[count(of: entries) { $0.place <= position }...]
      .prefix { $0.event.timeMs <= nowMs + 10_000 }.map(\.event)
  }

  @discardableResult
  public mutating func drain(toMs: Int64) -> [TimedEvent] {
    let toMs = min(toMs, tape.endMs)
    let before = position
    fold(to: tape.events.count(upToMs: toMs))
    nowMs = max(nowMs, toMs)
    picture.advance(toMs: nowMs)
    return (before..<max(before, position)).map { tape.events[$0] }
  }

  /// A recording has one course.
  public mutating func perform(_ command: Command) -> CommandAnswer { .refused(.lookOnly) }

  public mutating func travel(_ travel: Travel) -> Bool {
    switch travel {
    case .start: return go(toStep: 0)
    case .step(let number): return go(toStep: number)
    case .nextStep: return go(toStep: count(of: tape.steps) { $0.position <= position })
    case .previousStep:
      return go(toStep: count(of: tape.steps) { $0.position < position || $0.timeMs < nowMs } - 1)
    case .time(let ms):
      let timeMs = min(max(ms, tape.startMs), tape.endMs)
      go(to: max(tape.events.count(upToMs: timeMs), tape.steps[0].position), timeMs: timeMs)
      return true
    }
  }

  private mutating func go(toStep number: Int) -> Bool {
    guard tape.steps.indices.contains(number) else { return false }
    go(to: tape.steps[number].position, timeMs: tape.steps[number].timeMs)
    return true
  }

  private mutating func go(to wanted: Int, timeMs: Int64) {
    let frame = count(of: tape.keyframes) { $0.position <= wanted } - 1
    let isBack = wanted < position || timeMs < nowMs
    if frame >= 0, isBack || tape.keyframes[frame].position > position {
      picture = tape.keyframes[frame].picture
      position = tape.keyframes[frame].position
    } else if isBack {
      picture = GroupPicture()
      position = 0
    }
    fold(to: wanted)
    nowMs = timeMs
    picture.advance(toMs: nowMs)
  }

  private mutating func fold(to wanted: Int) {
    while position < wanted {
      picture.apply(tape.events[position], into: &timeline)
      position += 1
    }
  }

  /// How many of a list, from its start on, fit; those that fit come first.
  private func count<Element>(of list: [Element], _ fits: (Element) -> Bool) -> Int {
    var low = 0
    var high = list.count
    while low < high {
      let middle = (low + high) / 2
      if fits(list[middle]) { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
