import KafkaModel

/// A topic and its number of partitions on the command line: `orders:6`.
struct TopicArgument: Hashable, Sendable {
  var name: TopicName
  var partitions: Int32

  static let form =
    "TOPIC:PARTITIONS, such as orders:6, with letters, digits, '.', '_' and '-' in the name"

  init?(_ text: String) {
    guard let colon = text.lastIndex(of: ":"),
      let partitions = Int32(text[text.index(after: colon)...])
    else { return nil }
    let name = String(text[..<colon])
    guard Self.isLegal(name) else { return nil }
    self.name = TopicName(name)
    self.partitions = partitions
  }

  /// Kafka's rule (`org.apache.kafka.common.internals.Topic`).
  private static func isLegal(_ name: String) -> Bool {
    !name.isEmpty && name.utf8.count <= 249 && name != "." && name != ".."
      && name.allSatisfy {
        $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "." || $0 == "_" || $0 == "-")
      }
  }
}
