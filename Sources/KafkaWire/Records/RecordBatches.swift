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
    let batches = try visible(in: bytes, from: wanted, aborted: aborted)
    guard let first = batches.first, let last = batches.last else {
      return RecordRun(firstOffset: wanted, nextOffset: wanted, count: 0)
    }
    let count = batches.reduce(0) { sum, batch in batch.pieces.reduce(sum) { $0 + $1.count } }
    return RecordRun(firstOffset: first.firstOffset, nextOffset: last.nextOffset, count: count)
  }

  /// The headers of all whole batches.
  public static func headers(in bytes: [UInt8]) throws(WireError) -> [RecordBatchHeader] {
    try scan(bytes).map(\.header)
  }

  /// A control record's key is a version and a type; type 0 ends a transaction as aborted.
  static func isAbortMarker(
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
