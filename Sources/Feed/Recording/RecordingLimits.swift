/// What a reader takes at most, so that a foreign file can neither fill the memory nor overflow
/// the arithmetic of the picture.
public enum RecordingLimits {
  public static let lineBytes = 1 << 20
  public static let lines = 2_000_000
  public static let bytes = 1 << 29
  public static let slots = 10_000
  /// Spans and marks of the score, and partitions of rebalances that are over.
  public static let history = 4_000_000
  public static let partitions: Int32 = 100_000
  /// About 30,000 years.
  static let timesMs: ClosedRange<Int64> = 0...1_000_000_000_000_000
  static let offsets: ClosedRange<Int64> = -2...9_000_000_000_000_000
  /// Of records.
  static let counts: ClosedRange<Int64> = 0...9_000_000_000_000_000
  static let rates: ClosedRange<Int64> = 0...1_000_000_000
  static let beats: ClosedRange<Int64> = 0...1_000_000
}
