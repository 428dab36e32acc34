import KafkaModel

extension Anonymizer {
  mutating func rewrite(_ message: GroupMessage) -> GroupMessage {
    var message = message
    message.fields = message.fields.compactMap { rewrite($0, of: message) }
    return message
  }

  /// Nil for free text, and for what is not known to hold no name.
  private mutating func rewrite(
    _ field: GroupMessage.Field, of message: GroupMessage
  ) -> GroupMessage.Field? {
    var field = field
    switch field.value {
    case .number:
      // Not the port: with its host it would be an address.
      guard Self.numbers.contains(field.name) else { return nil }
    case .partitions(let list):
      guard Self.lists.contains(field.name) else { return nil }
      field.value = .partitions(rewrite(list))
    case .offsets(let marks):
      guard Self.lists.contains(field.name) else { return nil }
      field.value = .offsets(marks.map { .init(rewrite($0.partition), $0.offset) })
    case .text(let text):
      guard let alias = rewrite(text, named: field.name, of: message) else { return nil }
      field.value = .text(alias)
    }
    return field
  }

  private static let numbers = [
    "generation_id", "node_id", "partition_count", "producer_epoch", "producer_id",
    "rebalance_timeout_ms", "session_timeout_ms", "timestamp", "transaction_timeout_ms",
  ]
  private static let lists = [
    "assignment", "committed_offset", "offset", "owned_partitions", "partitions",
  ]

  private mutating func rewrite(
    _ text: String, named name: String, of message: GroupMessage
  ) -> String? {
    switch name {
    case "transactional_id": rewrite(TransactionalId(text)).text
    case "committed": text == "true" || text == "false" ? text : nil
    case "key": transactionalIds.alias(knownFor: text) ?? groups.alias(of: text)
    case "group_id": groups.alias(of: text)
    case "member_id", "member", "leader", "assignment_of": rewrite(MemberId(text)).text
    case "group_instance_id": rewrite(instance: text)
    case "topics":
      text.split(separator: " ").map { topics.alias(of: String($0)) }.joined(separator: " ")
    case "protocol", "protocol_name": rewrite(assignor: text)
    case "host": hosts.alias(of: text)
    case "topic": topics.alias(of: text)
    // `1 host:9092`: the port goes, as everywhere.
    case "broker":
      text.split(separator: " ").first.flatMap { Int32($0) }.map { node in
        let address = text.drop { $0 != " " }.dropFirst()
        let host = address.lastIndex(of: ":").map { address[..<$0] } ?? address
        return "\(node) \(hosts.alias(of: String(host)))"
      }
    case "protocol_type": text == "consumer" ? text : nil
    case "error_code": text == message.error.description ? text : nil
    default: nil
    }
  }
}
