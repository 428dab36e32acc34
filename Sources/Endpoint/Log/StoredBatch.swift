import KafkaModel
import KafkaWire

/// One record batch as it lies in a log: the producer's bytes with the broker's offset in them.
struct StoredBatch {
  let baseOffset: Offset
  let lastOffset: Offset
  let maxTimestampMs: Int64
  let bytes: [UInt8]
  /// Of a compacted log: all keys of the batch, once its records count by key.
  let keys: [[UInt8]]

  /// The checksum does not cover base offset and leader epoch, so that a broker can put its own.
  init(_ records: [UInt8], _ header: RecordBatchHeader, at base: Offset, keys: [[UInt8]] = []) {
    baseOffset = base
    lastOffset = base + (header.lastOffset - header.baseOffset)
    maxTimestampMs = header.maxTimestampMs
    var patched = records
    let bits = UInt64(bitPattern: base.value)
    for index in 0..<8 { patched[index] = UInt8(truncatingIfNeeded: bits >> (56 - 8 * index)) }
    for index in Self.leaderEpoch { patched[index] = 0 }
    bytes = patched
    self.keys = keys
  }

  private static let leaderEpoch = 12..<16
}
