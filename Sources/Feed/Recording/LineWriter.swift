import KafkaModel

/// Puts one line together: words and `key=value` fields with a blank between them.
struct LineWriter {
  private(set) var text: String

  init(_ start: String) { text = start }

  mutating func word(_ word: String) { text += " " + word }

  mutating func field(_ key: String, _ value: String) {
    text += " \(key)=\(RecordingEscape.escaped(value))"
  }

  mutating func field(_ key: String, _ value: some BinaryInteger) {
    text += " \(key)=\(value)"
  }

  mutating func field<Kind>(_ key: String, _ value: Id<Kind>) { field(key, value.text) }

  mutating func field(_ slot: MemberSlot) { field("slot", slot.index) }

  mutating func field(_ partition: TopicPartition) {
    text += " partition=" + Self.parts(partition)
  }

  /// Parts that are escaped already, with commas between them.
  mutating func field(_ key: String, parts: [String]) {
    text += " \(key)=" + parts.joined(separator: ",")
  }

  static func parts(_ partition: TopicPartition) -> String {
    RecordingEscape.escaped(partition.topic.text) + ",\(partition.partition)"
  }
}
