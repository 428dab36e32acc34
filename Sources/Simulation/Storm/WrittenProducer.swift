import Coordinator
import KafkaModel

/// All that a log holds of one producer id, from the beginning.
struct WrittenProducer: Sendable {
  let id: Int64
  private(set) var epoch: Int16?
  private(set) var openSince: Offset?
  private(set) var coordinatorEpoch: Int32?
  /// Of all epochs, oldest first.
  private(set) var batches: [ProducerBatch] = []
  /// How many are of a former epoch, which a marker can end, too.
  private var former = 0

  init(id: Int64) { self.id = id }

  /// A leader remembers five batches of the present epoch.
  var kept: ArraySlice<ProducerBatch> { batches[former...].suffix(5) }

  /// nil where nothing was counted in this epoch.
  var lastSequence: Int32? {
    batches[former...].last.flatMap { $0.firstSequence < 0 ? nil : $0.lastSequence }
  }

  /// By arithmetic in a ring of 2³¹ numbers; what is not counted may come at any time.
  func isNext(_ batch: ProducerBatch) -> Bool {
    if batch.firstSequence < 0 { return true }
    let last = batch.producer.epoch == epoch ? Int64(lastSequence ?? -1) : -1
    return Int64(batch.firstSequence) == (last + 1) % (Int64(Int32.max) + 1)
  }

  func error(of marker: TransactionMarker) -> ErrorCode? {
    if marker.producer.epoch < epoch ?? -1 { return .invalidProducerEpoch }
    return marker.coordinatorEpoch < coordinatorEpoch ?? -1 ? .transactionCoordinatorFenced : nil
  }

  mutating func take(_ batch: ProducerBatch) {
    begin(batch.producer.epoch)
    batches.append(batch)
    if batch.isTransactional && openSince == nil { openSince = batch.baseOffset }
  }

  /// - Returns: where the transaction began that ends.
  mutating func take(_ marker: TransactionMarker) -> Offset? {
    begin(marker.producer.epoch)
    coordinatorEpoch = marker.coordinatorEpoch
    defer { openSince = nil }
    return openSince
  }

  private mutating func begin(_ epoch: Int16) {
    if epoch != self.epoch { former = batches.count }
    self.epoch = epoch
  }
}

/// A transaction that has ended in a log.
struct WrittenTransaction: Sendable {
  let producerId: Int64
  let first: Offset
  let marker: Offset
  let isCommit: Bool
}

extension ProducerBatch {
  /// Sent again: the same records of the same epoch.
  func isSame(as other: ProducerBatch) -> Bool {
    firstSequence >= 0 && producer == other.producer && firstSequence == other.firstSequence
      && lastSequence == other.lastSequence
  }
}
