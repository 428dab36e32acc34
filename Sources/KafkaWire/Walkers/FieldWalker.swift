import KafkaModel

/// Goes through the fields of a message in the order of the wire.
///
/// `nullable` says whether the version can write null; where it cannot, nil is written as empty.
protocol FieldWalker {
  var version: Int16 { get }

  mutating func one<N: WireNumber>(_ name: String, _ value: inout N) throws(WireError)
  mutating func one<T: WireText>(
    _ name: String, _ value: inout T?, nullable: Bool
  ) throws(WireError)
  mutating func one(_ name: String, _ value: inout [UInt8]?, nullable: Bool) throws(WireError)
  mutating func one(_ name: String, _ value: inout Uuid) throws(WireError)
  mutating func each<E>(
    _ name: String, _ values: inout [E]?, nullable: Bool, blank: E,
    _ body: (inout E, inout Self) throws(WireError) -> Void
  ) throws(WireError)
  /// A structure or none, after a byte that says which.
  mutating func structureIfAny<E: Described>(
    _ name: String, _ value: inout E?
  ) throws(WireError)
  mutating func tags(_ fields: inout [TaggedField]) throws(WireError)

  /// Whether the walk fills the message; a reader makes the element that `only` asks for.
  var isReading: Bool { get }
}
