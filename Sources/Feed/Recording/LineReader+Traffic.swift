import KafkaModel

/// Messages and written records.
extension LineReader {
  mutating func message() throws(LineFault) -> GroupMessage {
    var message = GroupMessage(
      api: try api(), way: try one(of: GroupMessage.Way.allCases, "way") { $0.rawValue },
      error: try error())
    for parts in try parts("field") {
      guard parts.count >= 2 else { throw .badValue("field") }
      message.fields.append(
        GroupMessage.Field(parts[0], try Self.value(kind: parts[1], parts[2...])))
    }
    return message
  }

  private static func value(
    kind: String, _ parts: ArraySlice<String>
  ) throws(LineFault) -> GroupMessage.Value {
    switch kind {
    case "t" where parts.count == 1: return .text(parts[parts.startIndex])
    case "n" where parts.count == 1:
      guard let number = Int64(parts[parts.startIndex]) else { throw .badValue("field") }
      return .number(number)
    case "p": return .partitions(try partitions(parts, "field"))
    case "o": return .offsets(try marks(parts))
    default: throw .badValue("field")
    }
  }

  /// Topic, number, offset, topic …
  private static func marks(
    _ parts: ArraySlice<String>
  ) throws(LineFault) -> [GroupMessage.PartitionMark] {
    var marks: [GroupMessage.PartitionMark] = []
    var rest = parts
    while !rest.isEmpty {
      guard let partition = try partitions(rest.prefix(2), "field").first, rest.count >= 3,
        let offset = try offset(rest.dropFirst(2).first ?? "", "field")
      else { throw .badValue("field") }
      marks.append(GroupMessage.PartitionMark(partition, offset))
      rest = rest.dropFirst(3)
    }
    return marks
  }

  /// `-` is none.
  private static func offset(_ text: String, _ key: String) throws(LineFault) -> Offset? {
    if text == "-" { return nil }
    guard let number = Int64(text), RecordingLimits.offsets.contains(number) else {
      throw .badValue(key)
    }
    return Offset(number)
  }

  mutating func records() throws(LineFault) -> [WrittenRecord] {
    var records: [WrittenRecord] = []
    while true {
      if let group = try textIfAny("metadata") {
        records.append(.group(GroupId(group), try writtenGroup()))
        continue
      }
      let before = records.count
      try addTransactional(&records)
      let commits = try parts("commit")
      if commits.isEmpty, records.count == before { return records }
      for parts in commits {
        guard parts.count == 4,
          let partition = try Self.partitions(parts[1...2], "commit").first
        else { throw .badValue("commit") }
        records.append(
          .offset(GroupId(parts[0]), partition, try Self.offset(parts[3], "commit")))
      }
    }
  }

  /// Nil is a tombstone.
  private mutating func writtenGroup() throws(LineFault) -> WrittenRecord.Group? {
    guard let generation: Int32 = try numberIfAny("generation") else { return nil }
    var group = WrittenRecord.Group(generation: Generation(generation))
    group.protocolName = try textIfAny("protocol")
    group.leader = try textIfAny("leader").map { MemberId($0) }
    for parts in try parts("member") {
      group.members.append(
        WrittenRecord.Member(
          memberId: MemberId(parts[0]), partitions: try Self.partitions(parts[1...], "member")))
    }
    return group
  }
}
