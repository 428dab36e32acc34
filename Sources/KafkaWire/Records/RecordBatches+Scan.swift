import KafkaModel

/// A batch that is all there and whose checksum is right.
struct WholeBatch {
  var header: RecordBatchHeader
  /// Among the answer's bytes.
  var range: Range<Int>
}

extension RecordBatches {
  /// The whole batches in their order.
  static func scan(_ bytes: [UInt8]) throws(WireError) -> [WholeBatch] {
    var found: [WholeBatch] = []
    var start = 0
    while let range = try nextRange(in: bytes, from: start) {
      try check(bytes, range)
      found.append(WholeBatch(header: try header(in: bytes, range), range: range))
      start = range.upperBound
    }
    return found
  }

  /// nil at the end, and where the last batch is cut.
  private static func nextRange(
    in bytes: [UInt8], from start: Int
  ) throws(WireError) -> Range<Int>? {
    guard bytes.count - start >= RecordBatchLayout.afterLength else { return nil }
    let lengthAt = start + RecordBatchLayout.lengthAt
    let length = Int(Int32(bitPattern: word(bytes, lengthAt)))
    let shortest = RecordBatchLayout.headerSize - RecordBatchLayout.afterLength
    // Before the cut is forgiven: a length that can never be right is not a cut.
    guard length >= 0 else { throw error(.bytes(.negativeLength(Int64(length))), lengthAt) }
    let magicAt = start + RecordBatchLayout.magicAt
    if magicAt < bytes.count, Int8(bitPattern: bytes[magicAt]) != RecordBatchLayout.magic {
      throw error(.recordMagic(Int8(bitPattern: bytes[magicAt])), magicAt)
    }
    guard length >= shortest else {
      throw error(.recordBatch("length \(length), at least \(shortest)"), lengthAt)
    }
    let first = start + RecordBatchLayout.afterLength
    guard bytes.count - first >= length else { return nil }
    return start..<first + length
  }

  private static func check(_ bytes: [UInt8], _ range: Range<Int>) throws(WireError) {
    let checksumAt = range.lowerBound + RecordBatchLayout.checksumAt
    let expected = word(bytes, checksumAt)
    let covered = range.lowerBound + RecordBatchLayout.attributesAt..<range.upperBound
    let found = Crc32C.checksum(bytes, in: covered)
    guard found == expected else {
      throw error(.checksum(expected: expected, found: found), checksumAt)
    }
  }

  private static func header(
    in bytes: [UInt8], _ range: Range<Int>
  ) throws(WireError) -> RecordBatchHeader {
    let (header, sound) = try reading { () throws(ByteError) in
      var input = ByteReader(bytes)
      try input.skip(range.lowerBound)
      return try RecordBatchHeader.read(from: &input)
    }
    guard sound else { throw error(.recordBatch("offsets and count"), range.lowerBound) }
    return header
  }

  private static func word(_ bytes: [UInt8], _ at: Int) -> UInt32 {
    bytes[at..<at + 4].reduce(0) { $0 << 8 | UInt32($1) }
  }

  private static func error(_ reason: WireError.Reason, _ offset: Int) -> WireError {
    WireError(reason, field: "records", offset: offset)
  }
}
