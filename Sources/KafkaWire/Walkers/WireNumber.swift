import KafkaModel

/// A value that travels as a signed integer of fixed width.
protocol WireNumber {
  static var byteCount: Int { get }
  /// How it is shown among a message's fields.
  var node: FieldTree.Node { get }
  var wire: Int64 { get }
  init(wire: Int64)
}

extension WireNumber {
  var node: FieldTree.Node { .number(wire) }
}

extension WireNumber where Self: FixedWidthInteger {
  static var byteCount: Int { bitWidth / 8 }
  var wire: Int64 { Int64(truncatingIfNeeded: self) }
  init(wire: Int64) { self.init(truncatingIfNeeded: wire) }
}

extension Int8: WireNumber {}
extension Int16: WireNumber {}
extension Int32: WireNumber {}
extension Int64: WireNumber {}

extension Bool: WireNumber {
  static var byteCount: Int { 1 }
  var node: FieldTree.Node { .flag(self) }
  var wire: Int64 { self ? 1 : 0 }
  init(wire: Int64) { self = wire != 0 }
}

extension ErrorCode: WireNumber {
  static var byteCount: Int { 2 }
  var node: FieldTree.Node { .error(self) }
  var wire: Int64 { Int64(rawValue) }
  init(wire: Int64) { self.init(Int16(truncatingIfNeeded: wire)) }
}

extension Offset: WireNumber {
  static var byteCount: Int { 8 }
  var wire: Int64 { value }
  init(wire: Int64) { self.init(wire) }
}

extension Generation: WireNumber {
  static var byteCount: Int { 4 }
  var wire: Int64 { Int64(value) }
  init(wire: Int64) { self.init(Int32(truncatingIfNeeded: wire)) }
}

extension BrokerId: WireNumber {
  static var byteCount: Int { 4 }
  var wire: Int64 { Int64(value) }
  init(wire: Int64) { self.init(Int32(truncatingIfNeeded: wire)) }
}
