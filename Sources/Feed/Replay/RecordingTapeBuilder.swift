import KafkaModel

/// Takes a file's bytes as they come and makes a tape of them, a line at a time: the file itself
/// is never in memory.
public struct RecordingTapeBuilder: Sendable {
  private var reader = RecordingReader()
  private var tape = RecordingTape()
  private var picture = GroupPicture()
  /// What came behind the last line feed.
  private var rest: [UInt8] = []
  private var hasEnd = false
  private var byteCount = 0
  /// All events of one millisecond are one moment, and so at most one step.
  private var momentHasStep = false
  private var keyframeEvents: Int
  private let mostHistory: Int
  private var keyframesWeight = 0
  /// Members and partitions in all keyframes together: some tens of megabytes.
  private static let mostWeight = 80_000

  /// - Parameter anonymizer: changes the names in all that is read; nil leaves them.
  public init(anonymizer: Anonymizer? = nil) {
    self.init(keyframeEvents: 4096, mostHistory: RecordingLimits.history)
    tape.anonymizer = anonymizer
  }

  /// - Parameter keyframeEvents: how far one keyframe is from the next, at first.
  init(keyframeEvents: Int, mostHistory: Int) {
    self.keyframeEvents = keyframeEvents
    self.mostHistory = mostHistory
  }

  private static let lineFeed: UInt8 = 0x0A

  /// Takes the next piece of the file in.
  public mutating func add(_ bytes: ArraySlice<UInt8>) throws(RecordingError) {
    var bytes = bytes
    byteCount += bytes.count
    guard byteCount <= RecordingLimits.bytes else {
      throw RecordingError(line: reader.line + 1, fault: .tooManyBytes)
    }
    if !rest.isEmpty {
      guard let end = bytes.firstIndex(of: Self.lineFeed) else { return try keep(bytes) }
      let line = rest + bytes[..<end]
      rest.removeAll()
      try addLine(line[...])
      bytes = bytes[(end + 1)...]
    }
    while let end = bytes.firstIndex(of: Self.lineFeed) {
      try addLine(bytes[..<end])
      bytes = bytes[(end + 1)...]
    }
    try keep(bytes)
  }

  private mutating func keep(_ bytes: ArraySlice<UInt8>) throws(RecordingError) {
    rest += bytes
    guard rest.count <= RecordingLimits.lineBytes else {
      throw RecordingError(line: reader.line + 1, fault: reader.line == 0 ? .noHeader : .tooLong)
    }
  }

  private mutating func addLine(_ line: ArraySlice<UInt8>) throws(RecordingError) {
    // A file that went through another system has carriage returns, and nothing else changed.
    let line = line.last == 0x0D ? line.dropLast() : line
    guard let entry = try reader.read(bytes: line) else { return }
    switch tape.anonymizer?.rewrite(entry) ?? entry {
    case .origin(let origin): tape.origin = origin
    case .event(let timed): take(timed)
    case .command(let timeMs, let command):
      endMoment()
      tape.commands.append(.init(timeMs: timeMs, command: command))
    case .input: break
    case .start(let timeMs): start(timeMs)
    case .end(let timeMs):
      hasEnd = true
      tape.endMs = timeMs
    }
    guard tape.timeline.weight <= mostHistory else {
      throw RecordingError(line: reader.line, fault: .tooMuchHistory)
    }
  }

  private mutating func take(_ timed: TimedEvent) {
    if timed.timeMs > tape.endMs { endMoment() }
    tape.endMs = timed.timeMs
    picture.apply(timed, into: &tape.timeline)
    if timed.event.isLogged { tape.logged.append(tape.events.count) }
    tape.events.append(timed)
    tape.trafficLog.add(timed, at: Int64(tape.events.count))
    momentHasStep = momentHasStep || timed.event.isStep
  }

  /// What is told begins here, as in the simulation: how the group came together is another story.
  private mutating func start(_ timeMs: Int64) {
    tape.endMs = timeMs
    picture.advance(toMs: timeMs)
    tape.timeline.forget(beforeMs: timeMs)
    picture.forgetRebalance()
    tape.keyframes.removeAll()
    keyframesWeight = 0
    tape.steps = [.init(position: tape.events.count, timeMs: timeMs)]
    momentHasStep = false
    keepKeyframe()
  }

  private mutating func endMoment() {
    let position = tape.events.count
    guard position > (tape.steps.last?.position ?? 0) else { return }
    if momentHasStep || tape.steps.isEmpty {
      tape.steps.append(.init(position: position, timeMs: tape.endMs))
    }
    momentHasStep = false
    if position - (tape.keyframes.last?.position ?? -keyframeEvents) >= keyframeEvents {
      keepKeyframe()
    }
  }

  /// Remembers the present; when they weigh too much, every other one goes, and they come half as
  /// often.
  private mutating func keepKeyframe() {
    keyframesWeight += picture.weight
    tape.keyframes.append(.init(position: tape.events.count, picture: picture))
    guard keyframesWeight > Self.mostWeight, tape.keyframes.count > 2 else { return }
    tape.keyframes = tape.keyframes.indices.filter { $0 % 2 == 0 }.map { tape.keyframes[$0] }
    keyframesWeight = tape.keyframes.reduce(0) { $0 + $1.picture.weight }
    keyframeEvents *= 2
  }

  /// What has been read; a last line without its line feed may be half of one, and is left out.
  public consuming func finish() throws(RecordingError) -> RecordingTape {
    guard reader.line > 0 else { throw RecordingError(line: 1, fault: .noHeader) }
    endMoment()
    guard tape.events.count > 0 else {
      throw RecordingError(line: reader.line, fault: .nothingHappens)
    }
    if !hasEnd { tape.cutAfterLine = reader.line }
    return tape
  }
}

extension GroupPicture {
  /// About how much there is to keep.
  fileprivate var weight: Int {
    members.count + partitions.count + transactions.producers.count
      + transactions.transactions.count + 20
  }
}
