import KafkaModel

/// Names of one kind and what stands for them: a word with a number, in the order of first sight.
struct AliasTable: Sendable {
  private let stem: String
  private let most: Int
  private var aliases = Index<String, String>()
  private var originals = Index<String, String>()
  /// In the order of first sight.
  private(set) var names: [String] = []

  /// - Parameter most: how many names get a number; all later ones share one alias.
  init(_ stem: String, most: Int) {
    self.stem = stem
    self.most = most
  }

  func alias(knownFor name: String) -> String? { aliases[name] }

  func original(of alias: String) -> String? { originals[alias] }

  /// What stands for the name; no name is no name still.
  mutating func alias(of name: String) -> String {
    if name.isEmpty { return name }
    if let known = aliases[name] { return known }
    guard names.count < most else { return "\(stem)-0" }
    return remember(name, as: "\(stem)-\(names.count + 1)")
  }

  /// For a name whose alias is made of another one.
  @discardableResult
  mutating func remember(_ name: String, as alias: String) -> String {
    names.append(name)
    aliases[name] = alias
    originals[alias] = name
    return alias
  }

  var isFull: Bool { names.count >= most }
}
