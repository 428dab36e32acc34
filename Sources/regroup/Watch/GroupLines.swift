import Cluster
import Export

/// The groups of a cluster as lines: a table, or one JSON object.
enum GroupLines {
  static func lines(_ groups: [GroupListing], _ format: OnceFormat) -> [String] {
    format == .json ? [json(groups)] : table(groups)
  }

  private static func json(_ groups: [GroupListing]) -> String {
    let rows = groups.map { group in
      JsonValue.object([
        .init("group", .string(group.group.text)),
        .init("protocolType", .string(group.protocolType)),
        .init("state", .optional(group.state.isEmpty ? nil : group.state)),
        .init("type", .optional(group.type.isEmpty ? nil : group.type)),
      ])
    }
    return JsonValue.object([.init("groups", .array(rows))]).text
  }

  private static func table(_ groups: [GroupListing]) -> [String] {
    let header = ["GROUP", "TYPE", "PROTOCOL", "STATE"]
    let rows = groups.map { group in
      [group.group.text, group.type, group.protocolType, group.state].map { $0.isEmpty ? "-" : $0 }
    }
    let all = [header] + rows
    let widths = header.indices.map { column in
      all.reduce(0) { max($0, $1[column].count) }
    }
    return all.map { cells in
      let padded = zip(cells, widths).map {
        $0 + String(repeating: " ", count: max(0, $1 - $0.count))
      }
      return String(padded.joined(separator: "  ").reversed().drop { $0 == " " }.reversed())
    }
  }
}
