import KafkaModel

/// A structure of the protocol with its fields in the order of the wire.
///
/// There is one description for all versions; reader, writer and printer walk it.
protocol Described {
  /// What a reader fills: every field at its default.
  static var blank: Self { get }

  mutating func describe<F: FieldWalker>(_ f: inout F) throws(WireError)

  /// The tagged fields at the structure's end (KIP-482, flexible versions only).
  ///
  /// By default those that come are skipped and none are written.
  var tagged: [TaggedField] { get set }
}

extension Described {
  var tagged: [TaggedField] {
    get { [] }
    set {}
  }
}
