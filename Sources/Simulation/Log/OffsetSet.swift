import KafkaModel

/// Offsets, kept as stretches: mostly one.
struct OffsetSet: Hashable, Sendable {
  /// In order, with gaps between them.
  private var stretches: [Range<Offset>] = []

  /// - Returns: how many of them were not in it.
  mutating func insert(_ first: Offset, count: Int64) -> Int64 {
    guard count > 0 else { return 0 }
    var merged = first..<first + count
    let before = size
    var kept: [Range<Offset>] = []
    for stretch in stretches {
      if stretch.upperBound < merged.lowerBound || merged.upperBound < stretch.lowerBound {
        kept.append(stretch)
      } else {
        merged =
          min(merged.lowerBound, stretch.lowerBound)..<max(merged.upperBound, stretch.upperBound)
      }
    }
    let place = kept.firstIndex { merged.lowerBound < $0.lowerBound } ?? kept.endIndex
    kept.insert(merged, at: place)
    stretches = kept
    return size - before
  }

  func count(below limit: Offset) -> Int64 {
    stretches.reduce(0) { $0 + max(0, min($1.upperBound, limit) - $1.lowerBound) }
  }

  private var size: Int64 { stretches.reduce(0) { $0 + ($1.upperBound - $1.lowerBound) } }
}
