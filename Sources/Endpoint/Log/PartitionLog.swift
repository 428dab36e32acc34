import KafkaModel
import KafkaWire

/// A partition's records, in memory.
struct PartitionLog {
  /// Oldest first.
  private(set) var batches: [StoredBatch] = []
  private(set) var startOffset = Offset(0)
  /// Where the next record goes; also the high watermark, as there is one replica.
  private(set) var endOffset = Offset(0)
  private(set) var byteCount = 0

  /// The offset of the batch's first record.
  mutating func append(
    _ records: [UInt8], _ header: RecordBatchHeader, limitBytes: Int
  ) -> Offset {
    let batch = StoredBatch(records, header, at: endOffset)
    batches.append(batch)
    endOffset = batch.lastOffset + 1
    byteCount += records.count
    if byteCount > limitBytes { trim(toBytes: limitBytes / 8 * 7) }
    return batch.baseOffset
  }

  /// The newest batch always stays.
  private mutating func trim(toBytes limit: Int) {
    var count = 0
    while byteCount > limit, count < batches.count - 1 {
      byteCount -= batches[count].bytes.count
      count += 1
    }
    batches.removeFirst(count)
    startOffset = batches.first?.baseOffset ?? endOffset
  }

  func contains(_ offset: Offset) -> Bool { offset >= startOffset && offset <= endOffset }

  /// Bytes from the batch that holds the offset on, cut where the limit is, as Kafka cuts them.
  ///
  /// `isFirst`: the answer is empty so far, so that the first batch comes whole, however large
  /// (KIP-74).
  func read(from offset: Offset, maxBytes: Int, isFirst: Bool) -> [UInt8] {
    var found: [UInt8] = []
    var at = slot(of: offset)
    guard at < batches.count else { return [] }
    let limit = isFirst ? max(maxBytes, batches[at].bytes.count) : maxBytes
    while at < batches.count, found.count < limit {
      found += batches[at].bytes.prefix(limit - found.count)
      at += 1
    }
    return found
  }

  /// The first batch that does not end before the offset.
  private func slot(of offset: Offset) -> Int {
    var low = 0
    var high = batches.count
    while low < high {
      let middle = (low + high) / 2
      if batches[middle].lastOffset < offset { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The first record that is not older.
  func first(atLeast timestampMs: Int64) -> (Offset, Int64)? {
    for batch in batches where batch.maxTimestampMs >= timestampMs {
      return RecordTimes.first(in: batch, atLeast: timestampMs)
    }
    return nil
  }

  /// The first of the newest records.
  func newest() -> (Offset, Int64)? {
    let newestMs = batches.map(\.maxTimestampMs).max()
    return newestMs.flatMap { first(atLeast: $0) }
  }
}
