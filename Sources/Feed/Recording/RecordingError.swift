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
  /// The file has more bytes than `RecordingLimits.bytes`.
  case tooManyBytes
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
  case unknownProducer(Int)
  /// An entry is older than the one before it.
  case timeGoesBack(fromMs: Int64, toMs: Int64)
  /// A line of this kind can stand only once, and at its place.
  case misplaced(String)
  /// Something follows the `end` line.
  case afterTheEnd
  /// No line tells an event.
  case nothingHappens
  /// All that the lines make to be drawn is more than `RecordingLimits.history`.
  case tooMuchHistory
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
