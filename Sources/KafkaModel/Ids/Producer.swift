/// Who wrote a batch: a producer id and its epoch (`ProducerIdAndEpoch`).
///
/// Of two with the same id the one with the higher epoch is right; the other is a zombie and is
/// fenced.
public struct Producer: Hashable, Sendable, CustomStringConvertible {
  public var id: Int64
  public var epoch: Int16

  public init(id: Int64, epoch: Int16) {
    self.id = id
    self.epoch = epoch
  }

  public var description: String { "\(id)/\(epoch)" }

  /// `RecordBatch.NO_PRODUCER_ID` and `NO_PRODUCER_EPOCH`.
  public static let none = Producer(id: -1, epoch: -1)

  /// `TransactionMetadata.isEpochExhausted`: the highest epoch is kept for fencing, so that a
  /// producer never has it.
  public var isExhausted: Bool { epoch >= .max - 1 }
  /// The same producer, one epoch on.
  public var bumped: Producer { Producer(id: id, epoch: epoch &+ 1) }
}
