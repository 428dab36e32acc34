import KafkaModel

/// Reads a recording line by line; what it returns can be folded into a `GroupPicture` as it is.
public struct RecordingReader: Sendable {
  private var line = 0
  private var slots = 0
  private var topics = Index<TopicName, Int32>()
  private var partitions: Int32 = 0

  public init() {}

  /// The event of the next line; nil for the header and for empty lines.
  public mutating func read(_ text: String) throws(RecordingError) -> TimedEvent? {
    line += 1
    do throws(LineFault) {
      guard line <= RecordingLimits.lines else { throw .tooManyLines }
      if line == 1 {
        try Self.checkHeader(text)
        return nil
      }
      if text.utf8.isEmpty { return nil }
      let timed = try RecordingLine.event(text)
      try admit(timed.event)
      return timed
    } catch {
      throw RecordingError(line: line, fault: error)
    }
  }

  private static func checkHeader(_ text: String) throws(LineFault) {
    var reader = try LineReader(text)
    guard try reader.word() == Recording.name else { throw .noHeader }
    let version = try reader.word()
    guard version == Recording.version else { throw .unknownVersion(version) }
    try reader.end()
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
    default:
      for slot in event.slots where slot.index >= slots { throw .unknownSlot(slot.index) }
    }
  }
}
