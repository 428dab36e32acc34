import KafkaModel

/// The timestamps inside a batch.
enum RecordTimes {
  struct Record {
    /// Within the batch, from 0.
    var index: Int64
    var timestampMs: Int64
  }

  private static let attributesAt = 21

  /// None where the batch is compressed; a broken rest is left out.
  static func all(in batch: [UInt8]) -> [Record] {
    var records: [Record] = []
    try? read(batch) { records.append($0) }
    return records
  }

  private static func read(
    _ batch: [UInt8], _ found: (Record) -> Void
  ) throws(ByteError) {
    var input = ByteReader(batch)
    try input.skip(attributesAt)
    guard try input.int16() & 0b111 == 0 else { return }
    try input.skip(4)
    let baseMs = try input.int64()
    try input.skip(22)
    let count = try input.int32()
    for _ in 0..<max(0, count) {
      let length = Int(try input.varint())
      let start = input.offset
      _ = try input.int8()
      let delta = try input.varlong()
      let index = Int64(try input.varint())
      found(Record(index: index, timestampMs: baseMs &+ delta))
      try input.skip(length - (input.offset - start))
    }
  }

  /// The first record of the batch that is not older.
  static func first(in batch: StoredBatch, atLeast timestampMs: Int64) -> (Offset, Int64)? {
    guard batch.maxTimestampMs >= timestampMs else { return nil }
    let record = all(in: batch.bytes).first { $0.timestampMs >= timestampMs }
    guard let record else { return (batch.baseOffset, batch.maxTimestampMs) }
    return (batch.baseOffset + record.index, record.timestampMs)
  }
}
