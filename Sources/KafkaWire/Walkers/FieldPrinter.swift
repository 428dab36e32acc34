import KafkaModel

/// Collects a message's fields with their names.
struct FieldPrinter: FieldWalker {
  let version: Int16
  var tree = FieldTree()

  var isReading: Bool { false }

  mutating func one<N: WireNumber>(_ name: String, _ value: inout N) throws(WireError) {
    add(name, value.node)
  }

  mutating func one<T: WireText>(
    _ name: String, _ value: inout T?, nullable: Bool
  ) throws(WireError) {
    let text = value?.wire ?? (nullable ? nil : "")
    add(name, text.map { .text($0) } ?? .null)
  }

  mutating func one(_ name: String, _ value: inout [UInt8]?, nullable: Bool) throws(WireError) {
    let bytes = value ?? (nullable ? nil : [])
    add(name, bytes.map { .bytes($0) } ?? .null)
  }

  mutating func one(_ name: String, _ value: inout Uuid) throws(WireError) {
    add(name, .uuid(value))
  }

  mutating func each<E>(
    _ name: String, _ values: inout [E]?, nullable: Bool, blank: E,
    _ body: (inout E, inout Self) throws(WireError) -> Void
  ) throws(WireError) {
    guard let elements = values ?? (nullable ? nil : []) else { return add(name, .null) }
    var nodes: [FieldTree.Node] = []
    for (index, value) in elements.enumerated() {
      var element = value
      var inner = FieldPrinter(version: version)
      do throws(WireError) {
        try body(&element, &inner)
      } catch {
        throw error.within(name, index)
      }
      nodes.append(inner.node)
    }
    add(name, .list(nodes))
  }

  mutating func structureIfAny<E: Described>(
    _ name: String, _ value: inout E?
  ) throws(WireError) {
    guard var printed = value else { return add(name, .null) }
    var inner = FieldPrinter(version: version)
    try inner.structure(&printed)
    add(name, inner.node)
  }

  mutating func tags(_ fields: inout [TaggedField]) throws(WireError) {
    for field in fields { add("tag_\(field.tag)", .bytes(field.bytes)) }
  }

  /// An element without a name is a value, not a structure.
  private var node: FieldTree.Node {
    if tree.fields.count == 1, tree.fields[0].name.utf8.isEmpty { return tree.fields[0].node }
    return .structure(tree)
  }

  private mutating func add(_ name: String, _ node: FieldTree.Node) {
    tree.fields.append(FieldTree.Field(name: name, node: node))
  }
}
