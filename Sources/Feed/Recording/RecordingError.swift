/// What is wrong with a line of a recording.
public enum LineFault: Error, Hashable, Sendable {
  /// The first line is not `regroup-recording` and a version.
  case noHeader
  /// Written by another version of the format.
  case unknownVersion(String)
  /// The line holds more than `RecordingLimits.lineBytes`.
  case tooLong
  /// More lines than `RecordingLimits.lines`.
  case tooManyLines
  /// The line ends before what it should hold.
  case ends
  /// No event or command is called that.
  case unknownName(String)
  /// The field with this key is not where it belongs.
  case missing(String)
  /// Something stands behind the last field.
  case surplus(String)
  /// The field's value is not what the key calls for, or out of bounds.
  case badValue(String)
  /// The event names a slot, or a place, that no earlier line has made known.
  case unknownSlot(Int)
  /// The topics seen so far have more partitions than `RecordingLimits.partitions`.
  case tooManyPartitions
}

/// A fault, and the line it stands in, counted from 1.
public struct RecordingError: Error, Hashable, Sendable, CustomStringConvertible {
  public var line: Int
  public var fault: LineFault

  public init(line: Int, fault: LineFault) {
    self.line = line
    self.fault = fault
  }

  public var description: String { "line \(line): \(fault)" }
}

/// What a reader takes at most, so that a foreign file can neither fill the memory nor overflow
/// the arithmetic of the picture.
public enum RecordingLimits {
  public static let lineBytes = 1 << 20
  public static let lines = 2_000_000
  public static let slots = 10_000
  public static let partitions: Int32 = 100_000
  /// About 30,000 years.
  static let timesMs: ClosedRange<Int64> = 0...1_000_000_000_000_000
  static let offsets: ClosedRange<Int64> = -2...9_000_000_000_000_000
  static let rates: ClosedRange<Int64> = 0...1_000_000_000
  static let beats: ClosedRange<Int64> = 0...1_000_000
}
