import Coordinator
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
  private(set) var producers = ProducerStates()

  /// Up to here everything is decided, so that a read_committed reader may see it.
  var lastStableOffset: Offset { producers.lastStableOffset(highWatermark: endOffset) }

  /// The offset of the batch's first record.
  mutating func append(
    _ records: [UInt8], _ header: RecordBatchHeader, limitBytes: Int
  ) -> Offset {
    let batch = store(records, header)
    if header.producer.id >= 0 {
      producers.append(header.batch(at: batch.baseOffset, through: batch.lastOffset))
    }
    if byteCount > limitBytes { trim(toBytes: limitBytes / 8 * 7) }
    return batch.baseOffset
  }

  /// In a compacted log, where only the newest record of a key counts.
  mutating func append(
    _ records: [UInt8], _ header: RecordBatchHeader, keys: [[UInt8]], limitBytes: Int
  ) {
    // A transaction's records only count with its marker: they stay as long as there is room.
    let isPlain = header.producer.id < 0
    let batch = store(records, header, keys: isPlain ? keys : [])
    if !isPlain {
      producers.append(header.batch(at: batch.baseOffset, through: batch.lastOffset))
      producers.replicated(to: endOffset)
    }
    if byteCount <= limitBytes { return }
    compact()
    if byteCount > limitBytes / 8 * 7 { trim(toBytes: limitBytes / 8 * 7) }
  }

  /// Batches go of which every record has a newer one; offsets stay as they are.
  mutating func compact() {
    var seen: Set<[UInt8]> = []
    var kept: [StoredBatch] = []
    for batch in batches.reversed() {
      let isOld = !batch.keys.isEmpty && batch.keys.allSatisfy(seen.contains)
      if !isOld { kept.append(batch) }
      seen.formUnion(batch.keys)
    }
    batches = kept.reversed()
    byteCount = batches.reduce(0) { $0 + $1.bytes.count }
  }

  /// A transaction ends here; a marker that comes too late does nothing.
  mutating func append(_ marker: TransactionMarker, nowMs: Int64) {
    if producers.error(of: marker) != nil { return }
    let records = RecordBatch(marker, timestampMs: nowMs).bytes
    guard let header = try? RecordBatches.headers(in: records).first else { return }
    producers.append(
      marker, at: store(records, header).baseOffset, timestampMs: nowMs)
    producers.replicated(to: endOffset)
  }

  private mutating func store(
    _ records: [UInt8], _ header: RecordBatchHeader, keys: [[UInt8]] = []
  ) -> StoredBatch {
    let batch = StoredBatch(records, header, at: endOffset, keys: keys)
    batches.append(batch)
    endOffset = batch.lastOffset + 1
    byteCount += records.count
    return batch
  }

  /// The newest batch always stays.
  private mutating func trim(toBytes limit: Int) {
    var count = 0
    while byteCount > limit, count < batches.count - 1 {
      byteCount -= batches[count].bytes.count
      count += 1
    }
    batches.removeFirst(count)
    startOffset = max(startOffset, batches.first?.baseOffset ?? endOffset)
    producers.trim(to: startOffset)
  }

  /// What lies before the offset is not to be read any more; a batch goes when all of it is.
  mutating func cut(before offset: Offset) {
    startOffset = max(startOffset, offset)
    let count = slot(of: startOffset)
    for batch in batches[..<count] { byteCount -= batch.bytes.count }
    batches.removeFirst(count)
    producers.trim(to: startOffset)
  }

  func contains(_ offset: Offset) -> Bool { offset >= startOffset && offset <= endOffset }

  /// Bytes from the batch that holds the offset on and below `end`, cut where the limit is, as
  /// Kafka cuts them; and the offset behind them.
  ///
  /// `isFirst`: the answer is empty so far, so that the first batch comes whole, however large
  /// (KIP-74).
  func read(
    from offset: Offset, below end: Offset, maxBytes: Int, isFirst: Bool
  ) -> (bytes: [UInt8], end: Offset) {
    var found: [UInt8] = []
    var next = offset
    var at = slot(of: offset)
    guard at < batches.count else { return ([], offset) }
    let limit = isFirst ? max(maxBytes, batches[at].bytes.count) : maxBytes
    while at < batches.count, batches[at].lastOffset < end, found.count < limit {
      found += batches[at].bytes.prefix(limit - found.count)
      next = batches[at].lastOffset + 1
      at += 1
    }
    return (found, next)
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

extension RecordBatchHeader {
  /// The batch as the rules for producers see it, at its place in the log.
  func batch(at base: Offset, through last: Offset) -> ProducerBatch {
    ProducerBatch(
      producer: producer, firstSequence: baseSequence, recordCount: recordCount,
      isTransactional: isTransactional, baseOffset: base, lastOffset: last,
      maxTimestampMs: maxTimestampMs)
  }
}
