import KafkaModel

extension Offset {
  /// No partition gets there; differences and sums of offsets up to here cannot overflow.
  static let highest: Int64 = 1 << 60

  /// A broker may say anything; only a sound offset is shown.
  var isSound: Bool { (0...Self.highest).contains(value) }
}
