import KafkaModel

/// What a batch says about itself before its records; `DefaultRecordBatch` of Kafka.
public struct RecordBatchHeader: Hashable, Sendable {
  public var baseOffset: Offset
  public var lastOffset: Offset
  /// Records in the batch; compaction may leave fewer than offsets.
  public var recordCount: Int32
  public var attributes: Int16
  public var producer: Producer
  /// The producer's count of its records in the partition; -1 = not counted.
  public var baseSequence: Int32
  /// The newest timestamp, milliseconds since 1970.
  public var maxTimestampMs: Int64

  public var compression: Compression? { Compression(rawValue: UInt8(attributes & 0b111)) }
  public var isTransactional: Bool { attributes & 0b1_0000 != 0 }
  /// A transaction marker or another record that no application sees.
  public var isControl: Bool { attributes & 0b10_0000 != 0 }

  /// Kafka's compression types.
  public enum Compression: UInt8, Hashable, Sendable {
    case none = 0
    case gzip = 1
    case snappy = 2
    case lz4 = 3
    case zstd = 4
  }
}

extension RecordBatchHeader {
  /// The header of a whole batch whose checksum was found right; `input` stands at its start.
  static func read(
    from input: inout ByteReader
  ) throws(ByteError) -> (header: RecordBatchHeader, sound: Bool) {
    let base = try input.int64()
    try input.skip(RecordBatchLayout.attributesAt - 8)
    let attributes = try input.int16()
    let lastOffsetDelta = try input.int32()
    try input.skip(8)
    let maxTimestampMs = try input.int64()
    let producer = Producer(id: try input.int64(), epoch: try input.int16())
    let baseSequence = try input.int32()
    let count = try input.int32()
    let (last, overflow) = base.addingReportingOverflow(Int64(lastOffsetDelta))
    let header = RecordBatchHeader(
      baseOffset: Offset(base), lastOffset: Offset(last), recordCount: count,
      attributes: attributes, producer: producer, baseSequence: baseSequence,
      maxTimestampMs: maxTimestampMs)
    let sound =
      base >= 0 && lastOffsetDelta >= 0 && !overflow && last < .max
      && count >= 0 && Int64(count) <= Int64(lastOffsetDelta) + 1
    return (header, sound)
  }
}
