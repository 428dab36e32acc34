import KafkaModel

/// A record batch of format v2 to be written: uncompressed.
public struct RecordBatch: Hashable, Sendable {
  /// Milliseconds since 1970.
  public var baseTimestampMs: Int64
  public var records: [Entry]
  /// Who writes it; none for a producer that is not idempotent.
  public var producer: Producer
  /// The producer's count of its records in the partition; -1 = not counted.
  public var baseSequence: Int32 = -1
  public var kind: Kind

  public init(
    baseTimestampMs: Int64, records: [Entry], producer: Producer = .none, kind: Kind = .plain
  ) {
    self.baseTimestampMs = baseTimestampMs
    self.records = records
    self.producer = producer
    self.kind = kind
  }

  /// The marker that ends a transaction: a batch of its own.
  public init(_ marker: TransactionMarker, timestampMs: Int64) {
    self.init(
      baseTimestampMs: timestampMs,
      records: [Entry(key: marker.keyBytes, value: marker.valueBytes)],
      producer: marker.producer, kind: .control)
  }

  /// What the batch's attributes say of it.
  public enum Kind: Int16, Hashable, Sendable {
    case plain = 0
    case transactional = 0b1_0000
    /// Not for applications.
    case control = 0b11_0000
  }

  /// One record; nil = no key, or a tombstone.
  public struct Entry: Hashable, Sendable {
    public var key: [UInt8]?
    public var value: [UInt8]?
    /// After the batch's base timestamp.
    public var timestampDeltaMs: Int64

    public init(key: [UInt8]?, value: [UInt8]?, timestampDeltaMs: Int64 = 0) {
      self.key = key
      self.value = value
      self.timestampDeltaMs = timestampDeltaMs
    }
  }

  /// Bytes for a Produce request.
  ///
  /// Base offset 0 and leader epoch -1: the broker puts its own. A broker refuses a batch without
  /// records, so that is a programmer's error.
  public var bytes: [UInt8] {
    precondition(!records.isEmpty, "a batch has at least one record")
    var output = ByteWriter()
    output.int64(0)
    output.int32(0)
    output.int32(-1)
    output.int8(RecordBatchLayout.magic)
    output.uint32(0)
    output.int16(kind.rawValue)
    output.int32(Int32(records.count - 1))
    output.int64(baseTimestampMs)
    output.int64(baseTimestampMs + (records.map(\.timestampDeltaMs).max() ?? 0))
    output.int64(producer.id)
    output.int16(producer.epoch)
    output.int32(baseSequence)
    output.int32(Int32(records.count))
    for (index, record) in records.enumerated() { record.write(at: index, to: &output) }
    let length = output.bytes.count - RecordBatchLayout.afterLength
    output.patch(uint32: UInt32(length), at: RecordBatchLayout.lengthAt)
    let checksum = Crc32C.checksum(output.bytes, from: RecordBatchLayout.attributesAt)
    output.patch(uint32: checksum, at: RecordBatchLayout.checksumAt)
    return output.bytes
  }
}

extension RecordBatch.Entry {
  fileprivate func write(at index: Int, to output: inout ByteWriter) {
    var body = ByteWriter()
    body.int8(0)
    body.varlong(timestampDeltaMs)
    body.varint(Int32(index))
    for field in [key, value] {
      body.varint(field.map { Int32($0.count) } ?? -1)
      body.raw(field ?? [])
    }
    body.varint(0)
    output.varint(Int32(body.bytes.count))
    output.raw(body.bytes)
  }
}
