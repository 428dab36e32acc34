import Coordinator
import KafkaModel

/// Producers with an id, their transactions, and what readers see of them.
extension PartitionLog {
  /// What became of a batch.
  enum Appended {
    case new(Offset)
    /// It was there already, at that offset.
    case duplicate(Offset)
    case refused(ErrorCode)
  }

  mutating func append(_ batch: ProducedBatch, nowMs: Int64) -> Appended {
    let base = end(atMs: nowMs)
    let count = Int64(batch.recordCount)
    let seen = ProducerBatch(
      producer: batch.producer, firstSequence: batch.firstSequence,
      recordCount: batch.recordCount, isTransactional: batch.isTransactional, baseOffset: base,
      lastOffset: base + (count - 1))
    switch producers.verdict(on: seen) {
    case .refused(let error): return .refused(error)
    case .duplicate(let first): return .duplicate(first.baseOffset)
    case .new: break
    }
    producers.append(seen)
    append(count, nowMs: nowMs)
    if batch.isTransactional {
      spans.append(
        LogSpan(
          first: base, count: count, kind: .open, producerId: batch.producer.id,
          sources: batch.sources))
    }
    return .new(base)
  }

  /// The marker takes the next offset; nil if it may not be written. With it come the records
  /// that are decided by it.
  mutating func append(
    _ marker: TransactionMarker, nowMs: Int64
  ) -> (offset: Offset, decided: [LogSpan])? {
    guard producers.error(of: marker) == nil else { return nil }
    let offset = end(atMs: nowMs)
    append(1, nowMs: nowMs)
    producers.append(marker, at: offset)
    producers.replicated(to: offset + 1)
    func isDecided(_ span: LogSpan) -> Bool {
      span.kind == .open && span.producerId == marker.producer.id
    }
    let decided = spans.filter(isDecided)
    if marker.isCommit {
      // From now on they are records like all others.
      spans.removeAll(where: isDecided)
    } else {
      for place in spans.indices where isDecided(spans[place]) {
        spans[place].kind = .aborted
        spans[place].sources = []
      }
    }
    spans.append(LogSpan(first: offset, count: 1, kind: .marker))
    return (offset, decided)
  }

  /// Up to where such a reader may read: the high watermark or the last stable offset.
  func limit(_ isolation: IsolationLevel, atMs nowMs: Int64) -> Offset {
    let end = end(atMs: nowMs)
    return isolation == .readUncommitted || spans.isEmpty
      ? end : producers.lastStableOffset(highWatermark: end)
  }

  /// The next records from an offset on, gaps behind them included; nil if there is nothing.
  func read(
    from: Offset, atMost room: Int64, _ isolation: IsolationLevel, atMs nowMs: Int64
  ) -> RecordRun? {
    let limit = limit(isolation, atMs: nowMs)
    guard from < limit else { return nil }
    if spans.isEmpty {
      let next = min(limit, from + room)
      return RecordRun(firstOffset: from, nextOffset: next, count: next - from)
    }
    let first = min(afterGaps(from, isolation), limit)
    let end = min(nextGap(first, isolation) ?? limit, limit, first + room)
    return RecordRun(
      firstOffset: first, nextOffset: min(afterGaps(end, isolation), limit), count: end - first)
  }

  /// How many records such a reader gets below an offset.
  func recordCount(below offset: Offset, _ isolation: IsolationLevel) -> Int64 {
    var count = offset - start
    for span in spans where span.isGap(for: isolation) && span.first < offset {
      count -= min(span.count, offset - span.first)
    }
    return max(0, count)
  }

  /// How many records there are in these offsets that no transaction can take back.
  func decidedCount(_ offsets: Range<Offset>) -> Int64 {
    var count = offsets.upperBound - offsets.lowerBound
    for span in spans[firstSpan(endingAfter: offsets.lowerBound)...] {
      if span.first >= offsets.upperBound { break }
      count -= min(span.end, offsets.upperBound) - max(span.first, offsets.lowerBound)
    }
    return count
  }

  /// Where the oldest record is that nobody has decided about; nil = all are decided.
  var firstOpen: Offset? { spans.first { $0.kind == .open }?.first }

  private func afterGaps(_ offset: Offset, _ isolation: IsolationLevel) -> Offset {
    var next = offset
    for span in spans[firstSpan(endingAfter: offset)...] {
      guard span.first <= next, span.isGap(for: isolation) else { break }
      next = span.end
    }
    return next
  }

  private func nextGap(_ offset: Offset, _ isolation: IsolationLevel) -> Offset? {
    spans[firstSpan(endingAfter: offset)...].first { $0.isGap(for: isolation) }?.first
  }

  /// They are in order.
  private func firstSpan(endingAfter offset: Offset) -> Int {
    var low = 0
    var high = spans.count
    while low < high {
      let middle = (low + high) / 2
      if spans[middle].end <= offset { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
