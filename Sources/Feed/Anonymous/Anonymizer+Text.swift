extension Anonymizer {
  /// A text with aliases in the place of the names that have been seen, where they stand as words:
  /// for what a lesson says.
  public func scrubbed(_ text: String) -> String {
    let names = knownNames
    var out: [UInt8] = []
    let bytes = Array(text.utf8)
    var place = 0
    while place < bytes.count {
      if place == 0 || !Self.isPartOfName(bytes[place - 1]),
        let found = names.first(where: { Self.stands($0.name, at: place, in: bytes) })
      {
        out += Array(found.alias.utf8)
        place += found.name.count
      } else {
        out.append(bytes[place])
        place += 1
      }
    }
    return String(decoding: out, as: UTF8.self)
  }

  /// The longest first, so that no name is taken for the beginning of another.
  private var knownNames: [(name: [UInt8], alias: String)] {
    [
      members, instances, memberIds, topics, groups, hosts, assignors, producers, transactionalIds,
    ].flatMap { table in
      table.names.prefix(Self.mostInTexts).map { name in
        (name: Array(name.utf8), alias: table.alias(knownFor: name) ?? "")
      }
    }.sorted { $0.name.count > $1.name.count }
  }

  /// A lesson has a dozen.
  private static let mostInTexts = 1000

  private static func stands(_ name: [UInt8], at place: Int, in text: [UInt8]) -> Bool {
    let end = place + name.count
    guard end <= text.count, text[place..<end].elementsEqual(name) else { return false }
    return end == text.count || !isPartOfName(text[end]) || !continues(text, at: end)
  }

  /// A full stop, or a dash before a partition's number, may end a name.
  private static func continues(_ text: [UInt8], at place: Int) -> Bool {
    guard text[place] == 0x2E || text[place] == 0x2D else { return true }
    guard place + 1 < text.count, isPartOfName(text[place + 1]) else { return false }
    return text[place] == 0x2E || !(UInt8(ascii: "0")...UInt8(ascii: "9") ~= text[place + 1])
  }

  private static func isPartOfName(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "a")...UInt8(ascii: "z"), 0x2D, 0x2E, 0x5F:
      true
    default: false
    }
  }
}
