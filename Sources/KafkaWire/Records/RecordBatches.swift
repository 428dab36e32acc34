import KafkaModel

/// Reads the batches of a Fetch answer without keeping their records.
public enum RecordBatches {
  /// What was fetched from the wanted offset on.
  ///
  /// Control batches move the next offset and count nothing; nor do the batches of `aborted`
  /// transactions, which a broker lists for a read_committed reader. Throws on a wrong format,
  /// checksum or header; a last batch that is cut is ignored, as brokers cut at the byte limit.
  public static func run(
    in bytes: [UInt8], from wanted: Offset,
    aborted: [FetchResponse.AbortedTransaction] = []
  ) throws(WireError) -> RecordRun {
    var run = RecordRun(firstOffset: wanted, nextOffset: wanted, count: 0)
    var filter = AbortedFilter(aborted)
    var isFirst = true
    for batch in try scan(bytes) {
      let isAbort = try isAbortMarker(batch, in: bytes)
      let isSkipped = filter.skips(batch.header, isAbortMarker: isAbort)
      guard batch.header.lastOffset >= wanted else { continue }
      if isFirst { run.firstOffset = max(batch.header.baseOffset, wanted) }
      isFirst = false
      run.nextOffset = max(run.nextOffset, batch.header.lastOffset + 1)
      if !isSkipped { run.count += try count(of: batch, in: bytes, from: wanted) }
    }
    return run
  }

  /// The headers of all whole batches.
  public static func headers(in bytes: [UInt8]) throws(WireError) -> [RecordBatchHeader] {
    try scan(bytes).map(\.header)
  }

  /// How many records have at least the wanted offset. Where a batch lies astride it and has
  /// gaps, its records are looked at; inside a compressed one that is an upper bound.
  private static func count(
    of batch: WholeBatch, in bytes: [UInt8], from wanted: Offset
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

  /// A control record's key is a version and a type; type 0 ends a transaction as aborted.
  private static func isAbortMarker(
    _ batch: WholeBatch, in bytes: [UInt8]
  ) throws(WireError) -> Bool {
    guard batch.header.isControl, batch.header.recordCount > 0 else { return false }
    return try reading { () throws(ByteError) in
      var input = ByteReader(bytes)
      try input.skip(batch.range.lowerBound + RecordBatchLayout.headerSize)
      _ = try input.varint()
      _ = try input.int8()
      _ = try input.varlong()
      _ = try input.varint()
      guard try input.varint() >= 4 else { return false }
      _ = try input.int16()
      return try input.int16() == 0
    }
  }

  static func reading<T>(
    _ body: () throws(ByteError) -> T
  ) throws(WireError) -> T {
    do throws(ByteError) {
      return try body()
    } catch {
      throw WireError(error, field: "records")
    }
  }
}
