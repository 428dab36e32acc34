import KafkaModel

/// Reads the batches of a Fetch answer without keeping their records.
public enum RecordBatches {
  /// What was fetched from the wanted offset on.
  ///
  /// Control batches move the next offset and count nothing. Records of aborted transactions are
  /// counted: leaving them out takes the answer's list of them. Throws on a wrong format,
  /// checksum or header; a last batch that is cut is ignored, as brokers cut at the byte limit.
  public static func run(
    in bytes: [UInt8], from wanted: Offset
  ) throws(WireError) -> RecordRun {
    var run = RecordRun(firstOffset: wanted, nextOffset: wanted, count: 0)
    var isFirst = true
    for batch in try scan(bytes) where batch.header.lastOffset >= wanted {
      if isFirst { run.firstOffset = max(batch.header.baseOffset, wanted) }
      isFirst = false
      run.nextOffset = max(run.nextOffset, batch.header.lastOffset + 1)
      if !batch.header.isControl { run.count += try count(of: batch, in: bytes, from: wanted) }
    }
    return run
  }

  /// The headers of all whole batches.
  public static func headers(in bytes: [UInt8]) throws(WireError) -> [RecordBatchHeader] {
    try scan(bytes).map(\.header)
  }

  /// A whole batch and where it stands.
  private struct Found {
    var header: RecordBatchHeader
    var range: Range<Int>
  }

  private static func scan(_ bytes: [UInt8]) throws(WireError) -> [Found] {
    var found: [Found] = []
    var start = 0
    while let range = try nextRange(in: bytes, from: start) {
      try check(bytes, range)
      found.append(Found(header: try header(in: bytes, range), range: range))
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

  /// How many records have at least the wanted offset. Where a batch lies astride it and has
  /// gaps, its records are looked at; inside a compressed one that is an upper bound.
  private static func count(
    of batch: Found, in bytes: [UInt8], from wanted: Offset
  ) throws(WireError) -> Int64 {
    let header = batch.header
    let all = Int64(header.recordCount)
    if header.baseOffset >= wanted { return all }
    let offsetsLeft = header.lastOffset - wanted + 1
    let isDense = header.lastOffset - header.baseOffset + 1 == all
    if isDense || header.compression != RecordBatchHeader.Compression.none {
      return min(all, offsetsLeft)
    }
    return try reading { () throws(ByteError) in
      var input = ByteReader(bytes)
      try input.skip(batch.range.lowerBound + RecordBatchLayout.headerSize)
      var count: Int64 = 0
      for _ in 0..<header.recordCount {
        let length = Int(try input.varint())
        let start = input.offset
        _ = try input.int8()
        _ = try input.varlong()
        let delta = Int64(try input.varint())
        if header.baseOffset.value &+ delta >= wanted.value { count += 1 }
        try input.skip(length - (input.offset - start))
      }
      return count
    }
  }

  private static func reading<T>(
    _ body: () throws(ByteError) -> T
  ) throws(WireError) -> T {
    do throws(ByteError) {
      return try body()
    } catch {
      throw WireError(error, field: "records")
    }
  }

  private static func word(_ bytes: [UInt8], _ at: Int) -> UInt32 {
    bytes[at..<at + 4].reduce(0) { $0 << 8 | UInt32($1) }
  }

  private static func error(_ reason: WireError.Reason, _ offset: Int) -> WireError {
    WireError(reason, field: "records", offset: offset)
  }
}
