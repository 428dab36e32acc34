import KafkaModel

/// A batch of which something lies at the wanted offset or behind it.
struct VisibleBatch {
  /// Not before the wanted one.
  var firstOffset: Offset
  var nextOffset: Offset
  /// What the application gets of it, without the gaps.
  var pieces: [Piece]

  /// Records of consecutive offsets.
  struct Piece {
    var first: Offset
    var count: Int64

    var next: Offset { first + count }
  }
}

extension RecordBatches {
  /// The same as `run`, but cut where offsets are missing: each run has `count` records from its
  /// first offset on, and gaps only behind them, so that every record's offset is known.
  ///
  /// Inside compressed batches gaps are not seen. Empty where nothing was fetched.
  public static func runs(
    in bytes: [UInt8], from wanted: Offset,
    aborted: [FetchResponse.AbortedTransaction] = []
  ) throws(WireError) -> [RecordRun] {
    var runs: [RecordRun] = []
    for batch in try visible(in: bytes, from: wanted, aborted: aborted) {
      if runs.isEmpty {
        runs = [RecordRun(firstOffset: batch.firstOffset, nextOffset: batch.firstOffset, count: 0)]
      }
      for piece in batch.pieces { runs.append(piece) }
      runs[runs.count - 1].nextOffset = batch.nextOffset
    }
    return runs
  }

  /// The batches that do not end before the wanted offset.
  static func visible(
    in bytes: [UInt8], from wanted: Offset, aborted: [FetchResponse.AbortedTransaction]
  ) throws(WireError) -> [VisibleBatch] {
    var list: [VisibleBatch] = []
    var filter = AbortedFilter(aborted)
    var next = wanted
    for batch in try scan(bytes) {
      let isAbort = try isAbortMarker(batch, in: bytes)
      let isSkipped = filter.skips(batch.header, isAbortMarker: isAbort)
      guard batch.header.lastOffset >= wanted else { continue }
      // From where the batch before has ended: offsets grow, whatever the bytes say.
      let pieces = isSkipped ? [] : try pieces(of: batch, in: bytes, from: next)
      next = max(next, batch.header.lastOffset + 1)
      list.append(
        VisibleBatch(
          firstOffset: max(batch.header.baseOffset, wanted), nextOffset: next, pieces: pieces))
    }
    return list
  }

  /// The records from the wanted offset on. Where a batch has gaps its records are looked at;
  /// inside a compressed one they are taken for consecutive, which is an upper bound.
  private static func pieces(
    of batch: WholeBatch, in bytes: [UInt8], from wanted: Offset
  ) throws(WireError) -> [VisibleBatch.Piece] {
    let header = batch.header
    let all = Int64(header.recordCount)
    if all == 0 || header.lastOffset < wanted { return [] }
    let isDense = header.lastOffset - header.baseOffset + 1 == all
    if isDense || header.compression != RecordBatchHeader.Compression.none {
      let first = max(header.baseOffset, wanted)
      return [.init(first: first, count: min(all, header.lastOffset - first + 1))]
    }
    return try reading { () throws(ByteError) in
      try sparsePieces(of: batch, in: bytes, from: wanted)
    }
  }

  private static func sparsePieces(
    of batch: WholeBatch, in bytes: [UInt8], from wanted: Offset
  ) throws(ByteError) -> [VisibleBatch.Piece] {
    let header = batch.header
    var pieces: [VisibleBatch.Piece] = []
    var input = ByteReader(bytes)
    try input.skip(batch.range.lowerBound + RecordBatchLayout.headerSize)
    for _ in 0..<header.recordCount {
      let length = Int(try input.varint())
      let start = input.offset
      _ = try input.int8()
      _ = try input.varlong()
      let offset = Offset(header.baseOffset.value &+ Int64(try input.varint()))
      try input.skip(length - (input.offset - start))
      // One that is out of its place is none that a consumer could come back to.
      let isInPlace = offset >= pieces.last?.next ?? wanted && offset <= header.lastOffset
      if isInPlace { pieces.append(offset) }
    }
    return pieces
  }
}

extension [VisibleBatch.Piece] {
  fileprivate mutating func append(_ offset: Offset) {
    if let last, last.next == offset {
      self[count - 1].count += 1
    } else {
      append(Element(first: offset, count: 1))
    }
  }
}

extension [RecordRun] {
  /// Goes on with the last run where nothing lies between.
  fileprivate mutating func append(_ piece: VisibleBatch.Piece) {
    let run = RecordRun(firstOffset: piece.first, nextOffset: piece.next, count: piece.count)
    guard let last else { return append(run) }
    if last.count == 0 {
      self[count - 1] = run
    } else if last.firstOffset + last.count == piece.first {
      self[count - 1].count += piece.count
      self[count - 1].nextOffset = piece.next
    } else {
      self[count - 1].nextOffset = piece.first
      append(run)
    }
  }
}
