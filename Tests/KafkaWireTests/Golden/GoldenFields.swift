import KafkaModel
import KafkaWire

/// Compares decoded fields with the fixture's, by name.
enum GoldenFields {
  /// Fields of the fixture that are no fields of ours: tagged ones (KIP-482), which we keep as
  /// bytes or skip. That none with a value is skipped shows in the bytes, which stay the same.
  static let taggedOnly = [
    "cluster_id", "diverging_epoch", "current_leader", "snapshot_id", "topic_config_error_code",
    "node_endpoints", "replica_state", "replica_directory_id", "high_watermark",
    "supported_features", "finalized_features_epoch", "finalized_features", "zk_migration_ready",
  ]

  /// Names of Kafka's schemas that the client which wrote the fixture has shortened.
  static let shortened = ["cluster_authorized_operations": "authorized_operations"]

  static func differences(_ tree: FieldTree, _ json: JSONValue, at path: String = "") -> [String] {
    guard case .object(let object) = json else { return ["\(path): not an object"] }
    var differences: [String] = []
    var names = taggedOnly
    for field in tree.fields where !field.name.hasPrefix("tag_") {
      let inner = path.isEmpty ? field.name : "\(path).\(field.name)"
      names.append(shortened[field.name] ?? field.name)
      if let value = object[names[names.count - 1]] {
        differences += self.differences(field.node, value, at: inner)
      } else {
        differences.append("\(inner): not in the fixture")
      }
    }
    for name in object.keys.sorted() where !names.contains(name) {
      differences.append("\(path) lacks \(name)")
    }
    return differences
  }

  private static func differences(
    _ node: FieldTree.Node, _ json: JSONValue, at path: String
  ) -> [String] {
    switch (node, json) {
    case (.list(let nodes), .list(let values)) where nodes.count == values.count:
      return zip(nodes, values).enumerated().flatMap { index, pair in
        differences(pair.0, pair.1, at: "\(path)[\(index)]")
      }
    case (.structure(let tree), .object): return differences(tree, json, at: path)
    default: return isEqual(node, json) ? [] : ["\(path): \(node) is not \(json)"]
    }
  }

  private static func isEqual(_ node: FieldTree.Node, _ json: JSONValue) -> Bool {
    switch (node, json) {
    case (.null, .null): true
    case (.flag(let ours), .flag(let theirs)): ours == theirs
    case (.number(let ours), .number(let theirs)): ours == theirs
    // Operations that were not asked for.
    case (.number(let ours), .null): ours == Int64(Int32.min)
    case (.error(let ours), .number(let theirs)): Int64(ours.rawValue) == theirs
    case (.text(let ours), .text(let theirs)): ours == theirs
    case (.bytes(let ours), .text(let theirs)): hexText(ours) == theirs
    case (.uuid(let ours), .text(let theirs)): ours.hyphenated == theirs
    case (.uuid(let ours), .null): ours == .zero
    default: false
    }
  }
}
