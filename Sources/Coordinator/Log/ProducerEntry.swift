import KafkaModel

/// What a partition knows of one producer id (`ProducerStateEntry`); a leaf machine.
struct ProducerEntry: Hashable, Sendable {
  private(set) var epoch: Int16
  /// The first offset of the transaction that is open here.
  private(set) var openSince: Offset?
  /// Of the last marker; -1 before.
  private(set) var coordinatorEpoch: Int32 = -1
  /// Of the last batch or marker, where that was told.
  private(set) var lastTimestampMs: Int64 = -1
  /// The last ones of this epoch, oldest first.
  private var batches: [ProducerBatch] = []

  /// `ProducerStateEntry.NUM_BATCHES_TO_RETAIN`: a producer has no more in flight.
  private static let kept = 5

  init(epoch: Int16) { self.epoch = epoch }

  /// -1: none of this epoch is known.
  var lastSequence: Int32 { batches.last?.lastSequence ?? -1 }

  func verdict(on batch: ProducerBatch) -> BatchVerdict {
    if batch.producer.epoch == epoch, batch.firstSequence >= 0,
      let same = batches.first(where: {
        $0.firstSequence == batch.firstSequence && $0.lastSequence == batch.lastSequence
      })
    {
      return .duplicate(same)
    }
    if batch.producer.epoch < epoch { return .refused(.invalidProducerEpoch) }
    if batch.firstSequence >= 0 && !isNext(batch) {
      return .refused(.outOfOrderSequenceNumber)
    }
    // One transaction at a time, and nothing else meanwhile.
    if openSince != nil && !batch.isTransactional { return .refused(.invalidTxnState) }
    return .new
  }

  /// A new epoch begins with 0.
  private func isNext(_ batch: ProducerBatch) -> Bool {
    guard batch.producer.epoch == epoch, let last = batches.last?.lastSequence else {
      return batch.firstSequence == 0
    }
    return batch.firstSequence == (last == .max ? 0 : last + 1)
  }

  mutating func append(_ batch: ProducerBatch) {
    if batch.producer.epoch != epoch { batches = [] }
    epoch = batch.producer.epoch
    batches.append(batch)
    if batches.count > Self.kept { batches.removeFirst() }
    lastTimestampMs = batch.maxTimestampMs
    if batch.isTransactional { openSince = openSince ?? batch.baseOffset }
  }

  /// - Returns: where the transaction began that it ends, nil where none was open.
  mutating func append(_ marker: TransactionMarker, timestampMs: Int64) -> Offset? {
    defer { openSince = nil }
    if marker.producer.epoch != epoch { batches = [] }
    epoch = marker.producer.epoch
    coordinatorEpoch = marker.coordinatorEpoch
    lastTimestampMs = timestampMs
    return openSince
  }

  func error(of marker: TransactionMarker) -> ErrorCode? {
    if marker.producer.epoch < epoch { return .invalidProducerEpoch }
    return marker.coordinatorEpoch < coordinatorEpoch ? .transactionCoordinatorFenced : nil
  }
}
