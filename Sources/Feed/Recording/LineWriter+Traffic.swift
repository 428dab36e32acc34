import KafkaModel

/// Messages and written records.
extension LineWriter {
  mutating func values(_ message: GroupMessage) {
    field("api", message.api.description)
    field("way", message.way.rawValue)
    field("error", message.error.rawValue)
    for entry in message.fields { values(entry) }
  }

  /// `field=<name>,<kind>,<value>…`; the kind is t(ext), n(umber), p(artitions) or o(ffsets).
  private mutating func values(_ entry: GroupMessage.Field) {
    let name = RecordingEscape.escaped(entry.name)
    switch entry.value {
    case .text(let text): field("field", parts: [name, "t", RecordingEscape.escaped(text)])
    case .number(let number): field("field", parts: [name, "n", "\(number)"])
    case .partitions(let list): field("field", parts: [name, "p"] + list.map(Self.parts))
    case .offsets(let marks):
      let texts = marks.map { Self.parts($0.partition) + ",\($0.offset)" }
      field("field", parts: [name, "o"] + texts)
    }
  }

  mutating func values(_ record: WrittenRecord) {
    switch record {
    case .offset(let group, let partition, let offset):
      field(
        "commit",
        parts: [
          RecordingEscape.escaped(group.text), Self.parts(partition),
          offset.map { "\($0)" } ?? "-",
        ])
    case .pending(let group, let partition, let offset, let producer):
      field(
        "pending",
        parts: [
          RecordingEscape.escaped(group.text), Self.parts(partition), "\(offset)",
          "\(producer.id)", "\(producer.epoch)",
        ])
    case .marker(let producer, let isCommit):
      field(
        "marker", parts: [isCommit ? "commit" : "abort", "\(producer.id)", "\(producer.epoch)"])
    case .group(let group, let value):
      field("metadata", group)
      guard let value else { return }
      field("generation", value.generation.value)
      if let name = value.protocolName { field("protocol", name) }
      if let leader = value.leader { field("leader", leader) }
      for member in value.members {
        let id = RecordingEscape.escaped(member.memberId.text)
        field("member", parts: [id] + member.partitions.map(Self.parts))
      }
    }
  }
}
