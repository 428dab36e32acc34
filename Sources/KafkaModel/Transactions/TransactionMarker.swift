/// The control record that ends a transaction in one partition (`EndTransactionMarker`).
///
/// It takes one offset of the log, and no application sees it.
public struct TransactionMarker: Hashable, Sendable {
  /// With transaction.version 2 the epoch is already the next transaction's.
  public var producer: Producer
  public var isCommit: Bool
  /// The leader epoch of the coordinator's partition of `__transaction_state`.
  public var coordinatorEpoch: Int32

  public init(producer: Producer, isCommit: Bool, coordinatorEpoch: Int32 = 0) {
    self.producer = producer
    self.isCommit = isCommit
    self.coordinatorEpoch = coordinatorEpoch
  }
}

extension TransactionMarker {
  /// The record's key: a version and a type (`ControlRecordType`).
  public var keyBytes: [UInt8] {
    var writer = ByteWriter()
    writer.int16(0)
    writer.int16(isCommit ? 1 : 0)
    return writer.bytes
  }

  /// The record's value (`EndTxnMarker`).
  public var valueBytes: [UInt8] {
    var writer = ByteWriter()
    writer.int16(0)
    writer.int32(coordinatorEpoch)
    return writer.bytes
  }

  /// Reads any version; nil for a control record of another type, which ends nothing.
  public init?(
    producer: Producer, key: [UInt8], value: [UInt8]
  ) throws(ByteError) {
    var reader = ByteReader(key)
    _ = try reader.int16()
    let type = try reader.int16()
    guard type == 0 || type == 1 else { return nil }
    var body = ByteReader(value)
    _ = try body.int16()
    self.init(producer: producer, isCommit: type == 1, coordinatorEpoch: try body.int32())
  }
}
