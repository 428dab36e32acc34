/// Which target may import what: the direction of the arrows, and the quarantine of dependencies.
enum Arrows {
  /// Modules of the project first, then packages and the system's.
  static let table: [String: [String]] = [
    "KafkaModel": [],
    "Coordinator": ["KafkaModel", "OrderedCollections"],
    "Client": ["KafkaModel"],
    "Feed": ["KafkaModel"],
    "Chronicle": ["Coordinator", "Feed", "KafkaModel"],
    "Simulation": ["Chronicle", "Coordinator", "Client", "Feed", "KafkaModel", "HeapModule"],
    "Narration": ["Feed", "KafkaModel"],
    "Lessons": ["Simulation", "Narration", "Feed", "KafkaModel"],
    "Screen": [],
    "Board": ["Screen", "Feed", "Narration", "KafkaModel"],
    "Export": ["Screen", "Feed", "KafkaModel"],
    "KafkaWire": ["KafkaModel"],
    "KafkaSecurity": ["NIOCore", "NIOTLS", "NIOSSL", "Crypto", "FoundationEssentials", "Glibc"],
    "CNcursesw": [],
    "Terminal": ["Screen", "CNcursesw", "Glibc"],
    "Live": ["Feed", "NIOCore", "NIOPosix", "Glibc", "Synchronization"],
    "Cluster": [
      "Live", "KafkaWire", "KafkaSecurity", "Client", "Feed", "KafkaModel", "NIOCore", "NIOPosix",
      "Foundation", "Glibc", "Synchronization",
    ],
    "Endpoint": [
      "Live", "Chronicle", "KafkaWire", "KafkaSecurity", "Coordinator", "Feed", "KafkaModel",
      "NIOCore", "NIOPosix", "Glibc", "Synchronization",
    ],
    "regroup": [
      "KafkaModel", "Coordinator", "Client", "Feed", "Simulation", "Narration", "Lessons",
      "Screen", "Board", "Export", "Terminal", "KafkaWire", "KafkaSecurity", "Live", "Cluster",
      "Endpoint", "ArgumentParser",
      "Foundation", "Glibc", "Dispatch", "Synchronization",
    ],
  ]

  static let impure = [
    "Terminal", "KafkaSecurity", "Live", "Cluster", "Endpoint", "regroup", "CNcursesw",
  ]

  static func isPure(_ target: String) -> Bool { !impure.contains(target) }

  static func check(_ file: ProjectFile) -> [String] {
    guard let target = file.target, file.isSwift else { return [] }
    guard let allowed = table[target] else {
      return [file.finding(1, "target \(target) is not in the table of arrows")]
    }
    return imports(of: file).compactMap { line, module, attribute in
      if attribute == "testable" || attribute == "_exported" {
        return file.finding(line, "@\(attribute) import in a source")
      }
      return allowed.contains(module) ? nil : file.finding(line, "\(target) imports \(module)")
    }
  }

  /// Each `import`: its line, the module's first name, the attribute before it or an empty text.
  private static func imports(of file: ProjectFile) -> [(Int, String, String)] {
    let kinds = ["struct", "class", "enum", "protocol", "func", "var", "let", "typealias"]
    let tokens = file.tokens
    return tokens.indices.compactMap { i in
      guard tokens[i].text == "import", i + 1 < tokens.count else { return nil }
      var next = i + 1
      if kinds.contains(tokens[next].text), next + 1 < tokens.count { next += 1 }
      let hasAttribute = i >= 2 && tokens[i - 2].text == "@"
      return (tokens[i].line, tokens[next].text, hasAttribute ? tokens[i - 1].text : "")
    }
  }
}
