import KafkaModel

/// Where a partition's log ends, and how fast it grows where that is known.
///
/// A simulated producer has an exact rate, so that no event is needed for each record.
public struct LogEnd: Hashable, Sendable {
  public var offset: Offset
  /// Records in 1,000 seconds; 0 for a live source, which reports each reading.
  public var growthPerKilosecond: Int64

  public init(offset: Offset, growthPerKilosecond: Int64 = 0) {
    self.offset = offset
    self.growthPerKilosecond = growthPerKilosecond
  }

  /// The log end `elapsedMs` after it was `offset`.
  public func offset(afterMs elapsedMs: Int64) -> Offset {
    // In two parts, so that no rate and no time a recording may hold overflows.
    let (kiloseconds, restMs) = max(0, elapsedMs).quotientAndRemainder(dividingBy: 1_000_000)
    return offset + growthPerKilosecond * kiloseconds + growthPerKilosecond * restMs / 1_000_000
  }
}
