/// Where the fields of a batch's header stand
/// (`org.apache.kafka.common.record.DefaultRecordBatch`).
enum RecordBatchLayout {
  static let magic: Int8 = 2
  static let lengthAt = 8
  /// The length counts from here.
  static let afterLength = 12
  static let magicAt = 16
  static let checksumAt = 17
  /// The checksum covers everything from here.
  static let attributesAt = 21
  /// Bytes before the first record.
  static let headerSize = 61
}
