import KafkaModel

@testable import Endpoint

/// A record of `__consumer_offsets`, as bytes; times aside, which cannot be the same.
struct WrittenRecord: Decodable, Hashable, Sendable {
  let partition: Int32
  let key: String
  let value: String?
  /// Of a transaction's records.
  let producerId: Int64?

  /// Whose it is; both kinds of keys begin with it.
  var group: String? {
    var input = ByteReader(Script.bytes(key))
    return (try? input.skip(2)).flatMap { try? input.string() }
  }

  /// The value with zeros in place of its timestamp.
  var timeless: WrittenRecord {
    var bytes = Script.bytes(value ?? "")
    if let at = try? Self.timestampAt(bytes) { for index in at..<at + 8 { bytes[index] = 0 } }
    return WrittenRecord(
      partition: partition, key: key, value: value.map { _ in Self.hex(bytes) },
      producerId: producerId)
  }

  /// In a group's value (version 3) and in an offset's (version 4).
  private static func timestampAt(_ value: [UInt8]) throws -> Int {
    var input = ByteReader(value)
    if try input.int16() == 3 {
      _ = try input.string()
      _ = try input.int32()
      for _ in 0..<2 { _ = try input.nullableString() }
    } else {
      try input.skip(12)
      _ = try input.string(compact: true)
    }
    return input.offset
  }

  static func hex(_ bytes: [UInt8]) -> String {
    bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }
}

extension [WrittenRecord] {
  /// Timeless, and neighbouring tombstones by key: a group's offsets go in hash order.
  func inComparableOrder() -> [WrittenRecord] {
    var ordered: [WrittenRecord] = []
    for record in map(\.timeless) {
      var at = ordered.count
      while record.value == nil, at > 0, ordered[at - 1].value == nil,
        ordered[at - 1].key > record.key
      { at -= 1 }
      ordered.insert(record, at: at)
    }
    return ordered
  }
}

extension PartitionLog {
  /// All records but markers.
  func written(in partition: Int32) throws -> [WrittenRecord] {
    try batches.flatMap { batch -> [WrittenRecord] in
      var input = ByteReader(batch.bytes)
      try input.skip(21)
      let attributes = try input.int16()
      guard attributes & 0b10_0000 == 0 else { return [] }
      try input.skip(20)
      let producerId = try input.int64()
      try input.skip(6)
      return try (0..<input.int32()).map { _ in
        _ = try input.varint()
        _ = try input.int8()
        _ = try input.varlong()
        _ = try input.varint()
        let key = try Self.field(&input) ?? []
        let value = try Self.field(&input)
        _ = try input.varint()
        return WrittenRecord(
          partition: partition, key: WrittenRecord.hex(key),
          value: value.map(WrittenRecord.hex), producerId: producerId < 0 ? nil : producerId)
      }
    }
  }

  private static func field(_ input: inout ByteReader) throws -> [UInt8]? {
    let length = try input.varint()
    return length < 0 ? nil : try (0..<length).map { _ in try input.uint8() }
  }
}
