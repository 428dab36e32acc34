import KafkaModel

/// Writes a message as bytes.
struct WireWriter: FieldWalker {
  let version: Int16
  let flexible: Bool
  var output: ByteWriter

  var isReading: Bool { false }

  mutating func one<N: WireNumber>(_ name: String, _ value: inout N) throws(WireError) {
    switch N.byteCount {
    case 1: output.int8(Int8(truncatingIfNeeded: value.wire))
    case 2: output.int16(Int16(truncatingIfNeeded: value.wire))
    case 4: output.int32(Int32(truncatingIfNeeded: value.wire))
    default: output.int64(value.wire)
    }
  }

  mutating func one<T: WireText>(
    _ name: String, _ value: inout T?, nullable: Bool
  ) throws(WireError) {
    let text = value?.wire ?? (nullable ? nil : "")
    let compact = flexible
    try write(name) { (output) throws(ByteError) in try output.string(text, compact: compact) }
  }

  mutating func one(_ name: String, _ value: inout [UInt8]?, nullable: Bool) throws(WireError) {
    let bytes = value ?? (nullable ? nil : [])
    let compact = flexible
    try write(name) { (output) throws(ByteError) in try output.bytes(bytes, compact: compact) }
  }

  mutating func one(_ name: String, _ value: inout Uuid) throws(WireError) {
    output.int64(Int64(bitPattern: value.high))
    output.int64(Int64(bitPattern: value.low))
  }

  mutating func each<E>(
    _ name: String, _ values: inout [E]?, nullable: Bool, blank: E,
    _ body: (inout E, inout Self) throws(WireError) -> Void
  ) throws(WireError) {
    let count = values?.count ?? (nullable ? nil : 0)
    let compact = flexible
    try write(name) { (output) throws(ByteError) in try output.count(count, compact: compact) }
    for (index, value) in (values ?? []).enumerated() {
      var element = value
      do throws(WireError) {
        try body(&element, &self)
      } catch {
        throw error.within(name, index)
      }
    }
  }

  mutating func structureIfAny<E: Described>(
    _ name: String, _ value: inout E?
  ) throws(WireError) {
    output.int8(value == nil ? -1 : 1)
    guard var written = value else { return }
    try structure(&written)
  }

  mutating func tags(_ fields: inout [TaggedField]) throws(WireError) {
    guard flexible else { return }
    output.unsignedVarint(UInt32(truncatingIfNeeded: fields.count))
    for field in fields {
      output.unsignedVarint(field.tag)
      output.unsignedVarint(UInt32(truncatingIfNeeded: field.bytes.count))
      output.raw(field.bytes)
    }
  }

  private mutating func write(
    _ name: String, _ body: (inout ByteWriter) throws(ByteError) -> Void
  ) throws(WireError) {
    do throws(ByteError) {
      try body(&output)
    } catch {
      throw WireError(error, field: name)
    }
  }
}
