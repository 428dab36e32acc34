import KafkaModel

/// Reads a recording line by line; what it returns can be folded into a `GroupPicture` as it is.
public struct RecordingReader: Sendable {
  /// Lines read so far.
  public private(set) var line = 0
  private var timeMs: Int64 = 0
  private var hasBegun = false
  private var hasStarted = false
  private var hasEnded = false
  private var slots = 0
  private var producers = 0
  private var topics = Index<TopicName, Int32>()
  private var partitions: Int32 = 0

  public init() {}

  /// The entry of the next line; nil for the header and for empty lines.
  public mutating func read(_ text: String) throws(RecordingError) -> RecordingEntry? {
    try read(bytes: Array(text.utf8)[...])
  }

  /// As `read`, of the line's bytes.
  public mutating func read(
    bytes: ArraySlice<UInt8>
  ) throws(RecordingError) -> RecordingEntry? {
    line += 1
    do throws(LineFault) {
      guard line <= RecordingLimits.lines else { throw .tooManyLines }
      if line == 1 {
        try Self.checkHeader(bytes)
        return nil
      }
      if bytes.isEmpty { return nil }
      let entry = try RecordingLine.entry(bytes)
      try admit(entry)
      return entry
    } catch {
      throw RecordingError(line: line, fault: error)
    }
  }

  private static func checkHeader(_ bytes: ArraySlice<UInt8>) throws(LineFault) {
    guard bytes.starts(with: Recording.name.utf8) else { throw .noHeader }
    var reader = try LineReader(bytes: bytes)
    guard try reader.word() == Recording.name else { throw .noHeader }
    let version = try reader.word()
    guard version == Recording.version else { throw .unknownVersion(version) }
    try reader.end()
  }

  private mutating func admit(_ entry: RecordingEntry) throws(LineFault) {
    guard !hasEnded else { throw .afterTheEnd }
    if let next = entry.timeMs {
      guard next >= timeMs else { throw .timeGoesBack(fromMs: timeMs, toMs: next) }
      timeMs = next
    }
    switch entry {
    case .origin:
      guard !hasBegun else { throw .misplaced("origin") }
    case .event(let timed): try admit(timed.event)
    case .command, .input: break
    case .start:
      guard !hasStarted else { throw .misplaced("start") }
      hasStarted = true
    case .end: hasEnded = true
    }
    hasBegun = true
  }

  /// The picture takes its own source's slots on trust; a file's are checked here.
  private mutating func admit(_ event: FeedEvent) throws(LineFault) {
    switch event {
    case .memberSeen(let slot, _):
      guard slot.index <= slots else { throw .unknownSlot(slot.index) }
      slots = max(slots, slot.index + 1)
    case .topic(let topic, let count):
      let known = topics[topic] ?? 0
      guard count > known else { return }
      guard count - known <= RecordingLimits.partitions - partitions else {
        throw .tooManyPartitions
      }
      partitions += count - known
      topics[topic] = count
    case .transaction(.producerSeen(let slot, _)):
      try admitSlots(of: event)
      guard slot.index <= producers else { throw .unknownProducer(slot.index) }
      producers = max(producers, slot.index + 1)
    default: try admitSlots(of: event)
    }
  }

  private func admitSlots(of event: FeedEvent) throws(LineFault) {
    for slot in event.slots where slot.index >= slots { throw .unknownSlot(slot.index) }
    if case .transaction(.producerSeen) = event { return }
    if let slot = event.producer, slot.index >= producers { throw .unknownProducer(slot.index) }
  }
}
