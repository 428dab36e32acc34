import KafkaModel

extension LineReader {
  static let slots = 0...(RecordingLimits.slots - 1)

  mutating func slot() throws(LineFault) -> MemberSlot {
    MemberSlot(try number("slot", in: Self.slots))
  }

  mutating func slotIfAny() throws(LineFault) -> MemberSlot? {
    try numberIfAny("slot", in: Self.slots).map { MemberSlot($0) }
  }

  mutating func offset() throws(LineFault) -> Offset {
    Offset(try number("offset", in: RecordingLimits.offsets))
  }

  mutating func generation() throws(LineFault) -> Generation {
    Generation(try number("generation"))
  }

  mutating func error() throws(LineFault) -> ErrorCode { ErrorCode(try number("error")) }

  mutating func api() throws(LineFault) -> ApiKey {
    try one(of: ApiKey.allCases, "api") { $0.description }
  }

  mutating func partition() throws(LineFault) -> TopicPartition {
    let list = try partitions(atMost: 1)
    guard let partition = list.first else { throw .missing("partition") }
    return partition
  }

  mutating func partitions(atMost most: Int = .max) throws(LineFault) -> [TopicPartition] {
    var list: [TopicPartition] = []
    for parts in try parts("partition") { list += try Self.partitions(parts[...], "partition") }
    guard list.count <= most else { throw .badValue("partition") }
    return list
  }

  /// Topic, number, topic, number …
  static func partitions(
    _ parts: ArraySlice<String>, _ key: String
  ) throws(LineFault) -> [TopicPartition] {
    var list: [TopicPartition] = []
    var rest = parts
    while let topic = rest.popFirst() {
      guard let number = rest.popFirst().flatMap({ Int32($0) }), number >= 0,
        number < RecordingLimits.partitions
      else { throw .badValue(key) }
      list.append(TopicPartition(TopicName(topic), number))
    }
    return list
  }

  mutating func shares() throws(LineFault) -> [PlannedShare] {
    var shares: [PlannedShare] = []
    for parts in try parts("share") {
      guard parts.count >= 2 else { throw .badValue("share") }
      let slot = Int(parts[0])
      guard parts[0] == "-" || slot.map(Self.slots.contains) == true else {
        throw .badValue("share")
      }
      shares.append(
        PlannedShare(
          slot: slot.map { MemberSlot($0) }, memberId: MemberId(parts[1]),
          partitions: try Self.partitions(parts[2...], "share")))
    }
    return shares
  }
}
