/// A record of `__transaction_state`: what a transaction coordinator writes and is loaded from.
public struct TransactionRecord: Hashable, Sendable {
  public var transactionalId: TransactionalId
  /// No value means a tombstone: the id has expired.
  public var value: TransactionLogValue?

  public init(transactionalId: TransactionalId, value: TransactionLogValue?) {
    self.transactionalId = transactionalId
    self.value = value
  }
}

extension TransactionRecord {
  /// `TransactionLogKey`, version 0.
  public var keyBytes: [UInt8] {
    get throws(ByteError) {
      var writer = ByteWriter()
      writer.int16(0)
      try writer.string(transactionalId.text)
      return writer.bytes
    }
  }

  /// nil for a key of another version, which is not to be read.
  public init?(key: [UInt8], value: [UInt8]?) throws(ByteError) {
    var reader = ByteReader(key)
    guard try reader.int16() == 0 else { return nil }
    let id = TransactionalId(try reader.string())
    try reader.finish()
    guard let value else {
      self.init(transactionalId: id, value: nil)
      return
    }
    guard let read = try TransactionLogValue(bytes: value) else { return nil }
    self.init(transactionalId: id, value: read)
  }
}
