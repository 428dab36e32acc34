import KafkaModel

/// Fills a message from bytes.
struct WireReader: FieldWalker {
  let version: Int16
  let flexible: Bool
  var input: ByteReader
  /// Null bytes and lists are read as empty ones where the version has no null, and tagged
  /// fields that are missing at the very end as none.
  var isLenient = false
  /// How many elements all lists together may still have.
  var elementsLeft = Int.max

  var isReading: Bool { true }

  mutating func one<N: WireNumber>(_ name: String, _ value: inout N) throws(WireError) {
    value = try read(name) { (input) throws(ByteError) in
      N(wire: try input.signed(N.byteCount))
    }
  }

  mutating func one<T: WireText>(
    _ name: String, _ value: inout T?, nullable: Bool
  ) throws(WireError) {
    let compact = flexible
    let text: String? = try read(name) { (input) throws(ByteError) in
      if nullable { return try input.nullableString(compact: compact) }
      return try input.string(compact: compact)
    }
    value = text.map { T(wire: $0) }
  }

  mutating func one(_ name: String, _ value: inout [UInt8]?, nullable: Bool) throws(WireError) {
    let compact = flexible
    let nullable = nullable || isLenient
    value = try read(name) { (input) throws(ByteError) in
      if nullable { return try input.nullableBytes(compact: compact) }
      return try input.bytes(compact: compact)
    }
  }

  mutating func one(_ name: String, _ value: inout Uuid) throws(WireError) {
    value = try read(name) { (input) throws(ByteError) in
      let high = try input.int64()
      return Uuid(
        high: UInt64(bitPattern: high), low: UInt64(bitPattern: try input.int64()))
    }
  }

  /// Appends element by element: memory grows with the bytes read, never with a count claimed.
  mutating func each<E>(
    _ name: String, _ values: inout [E]?, nullable: Bool, blank: E,
    _ body: (inout E, inout Self) throws(WireError) -> Void
  ) throws(WireError) {
    let compact = flexible
    let nullable = nullable || isLenient
    let count: Int? = try read(name) { (input) throws(ByteError) in
      if nullable { return try input.nullableCount(compact: compact) }
      return try input.count(compact: compact)
    }
    guard let count else {
      values = nil
      return
    }
    guard count <= elementsLeft else { throw WireError(.tooManyElements, field: name) }
    elementsLeft -= count
    var elements: [E] = []
    for index in 0..<count {
      var element = blank
      do throws(WireError) {
        try body(&element, &self)
      } catch {
        throw error.within(name, index)
      }
      elements.append(element)
    }
    values = elements
  }

  mutating func structureIfAny<E: Described>(
    _ name: String, _ value: inout E?
  ) throws(WireError) {
    let marker = try read(name) { (input) throws(ByteError) in try input.int8() }
    value = nil
    if marker < 0 { return }
    var read = E.blank
    try structure(&read)
    value = read
  }

  mutating func tags(_ fields: inout [TaggedField]) throws(WireError) {
    guard flexible, !(isLenient && input.left == 0) else { return }
    fields = try read("tagged_fields") { (input) throws(ByteError) in try input.taggedFields() }
  }

  private mutating func read<T>(
    _ name: String, _ body: (inout ByteReader) throws(ByteError) -> T
  ) throws(WireError) -> T {
    do throws(ByteError) {
      return try body(&input)
    } catch {
      throw WireError(error, field: name)
    }
  }
}

extension ByteReader {
  fileprivate mutating func signed(_ byteCount: Int) throws(ByteError) -> Int64 {
    switch byteCount {
    case 1: Int64(try int8())
    case 2: Int64(try int16())
    case 4: Int64(try int32())
    default: try int64()
    }
  }

  mutating func taggedFields() throws(ByteError) -> [TaggedField] {
    let start = offset
    let count = Int(try unsignedVarint())
    // A field is at least a tag and a size.
    if count > left / 2 {
      throw ByteError(.countBeyondEnd(count: Int64(count), left: left), offset: start)
    }
    var fields: [TaggedField] = []
    for _ in 0..<count {
      let tag = try unsignedVarint()
      fields.append(TaggedField(tag: tag, bytes: try raw(Int(try unsignedVarint()))))
    }
    return fields
  }
}
