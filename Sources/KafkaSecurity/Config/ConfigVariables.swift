/// Values that say where they come from, as Kafka's config providers write them:
/// `${env:NAME}`, `${file:/path/of.properties:key}`, `${dir:/path:file}`.
struct ConfigVariables {
  let surroundings: Surroundings

  /// Whether there is one in it: then the text itself gives nothing away.
  static func isIn(_ text: String) -> Bool { next(in: text[...]) != nil }

  /// The text with the values in their places.
  func resolved(_ text: String, for entry: ConfigEntry) throws(SecurityFault) -> String {
    var output = ""
    var rest = text[...]
    while let (range, inside) = Self.next(in: rest) {
      output += rest[..<range.lowerBound]
      output += try value(of: inside, for: entry)
      rest = rest[range.upperBound...]
    }
    return output + rest
  }

  /// `${`, a provider, a colon, whatever, `}`.
  private static func next(
    in text: Substring
  ) -> (range: Range<String.Index>, inside: Substring)? {
    var from = text.startIndex
    while let open = text[from...].firstIndex(of: "$") {
      let brace = text.index(after: open)
      from = brace
      guard brace < text.endIndex, text[brace] == "{",
        let end = text[brace...].firstIndex(of: "}")
      else { continue }
      let inside = text[text.index(after: brace)..<end]
      if inside.contains(":") { return (open..<text.index(after: end), inside) }
    }
    return nil
  }

  private func value(
    of inside: Substring, for entry: ConfigEntry
  ) throws(SecurityFault) -> String {
    let parts = inside.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    let provider = parts[0]
    let rest = parts[1]
    switch provider {
    case "env":
      if let value = surroundings.variable(String(rest)) { return value }
      throw entry.fault("the environment has no variable \(rest)")
    case "file": return try property(rest, for: entry)
    case "dir", "directory":
      let (path, name) = try place(rest, for: entry)
      let text = try named(entry) { () throws(SecurityFault) in
        try surroundings.text(ofFile: path + "/" + name)
      }
      return text.withoutLineEnd
    default:
      throw entry.fault("${\(provider):} is not known here: ${env:NAME}, ${file:PATH:KEY} are")
    }
  }

  private func property(_ rest: Substring, for entry: ConfigEntry) throws(SecurityFault) -> String {
    let (path, key) = try place(rest, for: entry)
    let text = try named(entry) { () throws(SecurityFault) in
      try surroundings.text(ofFile: path)
    }
    if let found = Properties.lines(text).last(where: { $0.key == key }) { return found.value }
    throw entry.fault("\(path) has no \(key)")
  }

  private func place(
    _ rest: Substring, for entry: ConfigEntry
  ) throws(SecurityFault) -> (path: String, key: String) {
    guard let colon = rest.lastIndex(of: ":") else {
      throw entry.fault("a file's path and a key are needed: ${file:PATH:KEY}")
    }
    return (String(rest[..<colon]), String(rest[rest.index(after: colon)...]))
  }

  private func named(
    _ entry: ConfigEntry, _ body: () throws(SecurityFault) -> String
  ) throws(SecurityFault) -> String {
    do throws(SecurityFault) { return try body() } catch { throw entry.fault("\(error)") }
  }
}
