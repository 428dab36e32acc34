import KafkaModel

/// A message's fields by Kafka's names, to be shown or compared.
public struct FieldTree: Hashable, Sendable {
  /// In the order of the wire; only those that the version has.
  public var fields: [Field]

  public init(fields: [Field] = []) { self.fields = fields }

  public subscript(name: String) -> Node? { fields.first { $0.name == name }?.node }

  /// One named field.
  public struct Field: Hashable, Sendable {
    public var name: String
    public var node: Node

    public init(name: String, node: Node) {
      self.name = name
      self.node = node
    }
  }

  public indirect enum Node: Hashable, Sendable {
    case null
    case flag(Bool)
    case number(Int64)
    case error(ErrorCode)
    case text(String)
    case bytes([UInt8])
    case uuid(Uuid)
    case list([Node])
    case structure(FieldTree)
  }
}
