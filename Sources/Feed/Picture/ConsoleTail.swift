import KafkaModel

/// What a consumer's terminal shows last: its processes, and which records they printed. Runs of
/// offsets, never records; bounded, as a terminal is.
public struct ConsoleTail: Hashable, Sendable {
  public enum Entry: Hashable, Sendable {
    case started
    case killed
    case failed
    /// The process ended by itself.
    case ended
    /// Records of the partition at that place in the picture, from one offset to before another.
    case read(place: Int, from: Offset, to: Offset)
  }

  public private(set) var entries: [Entry] = []

  /// Twice this many at most.
  private static let limit = 48

  mutating func add(_ entry: Entry) {
    // Before its first process a terminal is empty.
    if entries.isEmpty, entry != .started { return }
    append(entry)
  }

  /// - Parameter from: nil where only the terminal knows how far it came.
  mutating func read(_ place: Int, from: Offset?, to: Offset) {
    guard !entries.isEmpty, let from = from ?? lastRead(place), from < to else { return }
    if case .read(place, let first, from)? = entries.last {
      entries[entries.count - 1] = .read(place: place, from: first, to: to)
    } else {
      append(.read(place: place, from: from, to: to))
    }
  }

  private func lastRead(_ place: Int) -> Offset? {
    for entry in entries.reversed() {
      if case .read(place, _, let to) = entry { return to }
    }
    return nil
  }

  private mutating func append(_ entry: Entry) {
    entries.append(entry)
    if entries.count >= Self.limit * 2 { entries.removeFirst(Self.limit) }
  }
}
