/// Topic names by their bytes, so that a leader that reads a million of them makes each once.
struct TopicNames {
  private let names: [TopicName]
  /// The names' bytes one after the other; name n ends where n + 1 begins.
  private let bytes: [UInt8]
  private let starts: [Int]
  /// A hash table with open addressing; -1 = free.
  private let slots: [Int32]

  /// Names that find no place this near are not remembered: nobody can make a lookup slow.
  private static let farthest = 16

  init(_ names: [TopicName] = []) {
    var capacity = 1
    while capacity < 2 * names.count { capacity *= 2 }
    var slots: [Int32] = Array(repeating: -1, count: names.isEmpty ? 0 : capacity)
    var bytes: [UInt8] = []
    var starts = [0]
    for (number, name) in names.enumerated() {
      bytes.append(contentsOf: name.text.utf8)
      let hash = Self.hash(bytes.span.extracting(starts[number]..<bytes.count))
      starts.append(bytes.count)
      let free = (0..<Self.farthest).map { (hash &+ $0) & (capacity - 1) }.first { slots[$0] < 0 }
      if let free { slots[free] = Int32(number) }
    }
    self.names = names
    self.bytes = bytes
    self.starts = starts
    self.slots = slots
  }

  /// nil where it is not known.
  func name(_ text: Span<UInt8>) -> TopicName? {
    if slots.isEmpty { return nil }
    let hash = Self.hash(text)
    for distance in 0..<Self.farthest {
      let number = Int(slots[(hash &+ distance) & (slots.count - 1)])
      if number < 0 { return nil }
      if isName(number, text) { return names[number] }
    }
    return nil
  }

  private func isName(_ number: Int, _ text: Span<UInt8>) -> Bool {
    let start = starts[number]
    guard starts[number + 1] - start == text.count else { return false }
    for index in text.indices where text[index] != bytes[start + index] { return false }
    return true
  }

  /// FNV-1a, with the high bits folded in.
  private static func hash(_ text: Span<UInt8>) -> Int {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for index in text.indices { hash = (hash ^ UInt64(text[index])) &* 0x100_0000_01B3 }
    return Int(truncatingIfNeeded: hash ^ hash >> 32)
  }
}
