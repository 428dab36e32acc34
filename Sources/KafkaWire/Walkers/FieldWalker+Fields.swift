import KafkaModel

/// How descriptions name their fields; a field outside its versions is passed over.
extension FieldWalker {
  mutating func number<N: WireNumber>(
    _ name: String, _ value: inout N, since: Int16 = 0, until: Int16 = .max
  ) throws(WireError) {
    guard version >= since, version <= until else { return }
    try one(name, &value)
  }

  mutating func uuid(_ name: String, _ value: inout Uuid, since: Int16) throws(WireError) {
    if version >= since { try one(name, &value) }
  }

  mutating func string<T: WireText>(
    _ name: String, _ value: inout T, since: Int16 = 0, until: Int16 = .max
  ) throws(WireError) {
    guard version >= since, version <= until else { return }
    var text: T? = value
    try one(name, &text, nullable: false)
    if let text { value = text }
  }

  /// A string that is null where there is none; below `nullableSince` empty.
  mutating func nullable<T: WireText>(
    _ name: String, _ value: inout T?, since: Int16 = 0, nullableSince: Int16 = 0
  ) throws(WireError) {
    if version >= since { try one(name, &value, nullable: version >= nullableSince) }
  }

  mutating func bytes(_ name: String, _ value: inout [UInt8]) throws(WireError) {
    var bytes: [UInt8]? = value
    try one(name, &bytes, nullable: false)
    value = bytes ?? []
  }

  mutating func nullable(_ name: String, _ value: inout [UInt8]?) throws(WireError) {
    try one(name, &value, nullable: true)
  }

  mutating func numbers<N: WireNumber>(
    _ name: String, _ values: inout [N], since: Int16 = 0
  ) throws(WireError) {
    guard version >= since else { return }
    try list(name, &values, blank: N(wire: 0)) { (value, f) throws(WireError) in
      try f.one("", &value)
    }
  }

  mutating func strings<T: WireText>(
    _ name: String, _ values: inout [T], since: Int16 = 0
  ) throws(WireError) {
    guard version >= since else { return }
    try list(name, &values, blank: T(wire: "")) { (value, f) throws(WireError) in
      try f.string("", &value)
    }
  }

  mutating func array<E: Described>(
    _ name: String, _ values: inout [E], since: Int16 = 0
  ) throws(WireError) {
    guard version >= since else { return }
    try list(name, &values, blank: E.blank) { (value, f) throws(WireError) in
      try f.structure(&value)
    }
  }

  mutating func nullableArray<E: Described>(
    _ name: String, _ values: inout [E]?, since: Int16 = 0, nullableSince: Int16 = 0
  ) throws(WireError) {
    guard version >= since else { return }
    let nullable = version >= nullableSince
    try each(name, &values, nullable: nullable, blank: E.blank) { (value, f) throws(WireError) in
      try f.structure(&value)
    }
  }

  /// The fields and the tagged fields after them.
  mutating func structure<E: Described>(_ value: inout E) throws(WireError) {
    try value.describe(&self)
    try tags(&value.tagged)
  }

  /// The fields of a list's only element, without a count: how the versions before batching
  /// wrote what is a list now.
  mutating func only<E: Described>(
    _ name: String, _ values: inout [E], _ body: (inout E, inout Self) throws(WireError) -> Void
  ) throws(WireError) {
    try only(name, &values, blank: E.blank, body)
  }

  mutating func only<E>(
    _ name: String, _ values: inout [E], blank: E,
    _ body: (inout E, inout Self) throws(WireError) -> Void
  ) throws(WireError) {
    if isReading { values = [blank] }
    guard values.count == 1 else { throw WireError(.notExactlyOne(values.count), field: name) }
    try body(&values[0], &self)
  }

  private mutating func list<E>(
    _ name: String, _ values: inout [E], blank: E,
    _ body: (inout E, inout Self) throws(WireError) -> Void
  ) throws(WireError) {
    var some: [E]? = values
    try each(name, &some, nullable: false, blank: blank, body)
    values = some ?? []
  }
}
