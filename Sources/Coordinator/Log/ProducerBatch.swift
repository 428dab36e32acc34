import KafkaModel

/// A batch as the rules for producers and transactions see it: who wrote it and where it is.
public struct ProducerBatch: Hashable, Sendable {
  public var producer: Producer
  /// Counts the producer's records in the partition, from 0 in each epoch; -1 = not counted.
  public var firstSequence: Int32
  public var recordCount: Int32
  public var isTransactional: Bool
  public var baseOffset: Offset
  public var lastOffset: Offset
  /// The newest timestamp, milliseconds since 1970.
  public var maxTimestampMs: Int64

  public init(
    producer: Producer, firstSequence: Int32 = -1, recordCount: Int32 = 1,
    isTransactional: Bool = true, baseOffset: Offset, lastOffset: Offset,
    maxTimestampMs: Int64 = -1
  ) {
    self.producer = producer
    self.firstSequence = firstSequence
    self.recordCount = recordCount
    self.isTransactional = isTransactional
    self.baseOffset = baseOffset
    self.lastOffset = lastOffset
    self.maxTimestampMs = maxTimestampMs
  }

  /// After the highest number comes 0 (`DefaultRecordBatch.incrementSequence`).
  public var lastSequence: Int32 {
    if firstSequence < 0 { return -1 }
    let last = Int64(firstSequence) + Int64(recordCount) - 1
    return Int32(truncatingIfNeeded: last & Int64(Int32.max))
  }
}

/// What a partition says to a producer's batch.
public enum BatchVerdict: Hashable, Sendable {
  case new
  /// The producer has sent it before and has not heard the answer: this is the batch as it is in
  /// the log, to be answered again.
  case duplicate(ProducerBatch)
  /// OUT_OF_ORDER_SEQUENCE_NUMBER, INVALID_PRODUCER_EPOCH, INVALID_TXN_STATE.
  case refused(ErrorCode)
}
