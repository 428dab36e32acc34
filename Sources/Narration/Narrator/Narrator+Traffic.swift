import Feed
import KafkaModel

extension Narrator {
  /// A message in one line, as it stands on its arrow.
  public static func line(
    _ message: GroupMessage, _ picture: GroupPicture, in language: Language
  ) -> String {
    let line = TrafficLine(picture: picture, book: language.traffic)
    return message.way == .request ? line.request(message) : line.response(message)
  }

  /// A member's first Fetch of these partitions, in one line.
  public static func firstFetch(
    _ marks: [GroupMessage.PartitionMark], _ picture: GroupPicture, in language: Language
  ) -> String {
    TrafficLine(picture: picture, book: language.traffic).fetch(marks)
  }

  /// A record of `__consumer_offsets`: its key and value, then a line for each member.
  public static func lines(
    _ record: WrittenRecord, _ picture: GroupPicture, in language: Language
  ) -> [String] {
    TrafficLine(picture: picture, book: language.traffic).record(record)
  }

  /// How many lines `lines` gives.
  public static func lineCount(_ record: WrittenRecord) -> Int {
    guard case .group(_, let group?) = record else { return 1 }
    return 1 + group.members.count
  }

  /// A field's value as one text.
  public static func text(_ value: GroupMessage.Value) -> String {
    switch value {
    case .text(let text): text.isEmpty ? "\"\"" : text
    case .number(let number): "\(number)"
    case .partitions(let list): list.isEmpty ? "-" : list.map(\.description).joined(separator: " ")
    case .offsets(let marks):
      marks.isEmpty
        ? "-" : marks.map { "\($0.partition)=\($0.offset)" }.joined(separator: " ")
    }
  }
}

/// Builds those lines.
private struct TrafficLine {
  let picture: GroupPicture
  let book: any TrafficPhrasebook

  func request(_ message: GroupMessage) -> String {
    let parts: [String] =
      switch message.api {
      case .findCoordinator: [message.text("key") ?? ""]
      case .joinGroup: join(message)
      case .syncGroup: plan(message)
      case .leaveGroup: [member(message.text("member_id"))]
      case .offsetCommit: [marks(message.offsets("committed_offset") ?? [])]
      case .offsetFetch: [names(message.partitions("partitions") ?? [])]
      case .initProducerId, .addPartitionsToTxn, .addOffsetsToTxn, .txnOffsetCommit, .endTxn:
        transactional(message)
      case .metadata: [message.text("topics") ?? ""]
      case .listOffsets:
        [
          names(message.partitions("partitions") ?? []),
          book.timestamp(message.number("timestamp") ?? 0),
        ]
      default: [message.number("generation_id").map(book.generation) ?? ""]
      }
    return "\(message.api)(\(parts.joined(separator: ", ")))"
  }

  func fetch(_ marks: [GroupMessage.PartitionMark]) -> String {
    let parts = marks.map { book.from(name($0.partition), $0.offset) }
    return "\(ApiKey.fetch)(\(parts.joined(separator: ", ")))"
  }

  private func join(_ message: GroupMessage) -> [String] {
    let protocols = message.fields.compactMap { field -> String? in
      guard field.name == "protocol", case .text(let name) = field.value else { return nil }
      return name
    }
    let instance = message.text("group_instance_id").map { [$0] } ?? []
    return [member(message.text("member_id"))] + instance + [protocols.joined(separator: " ")]
  }

  /// The leader's whole plan; the others only ask.
  private func plan(_ message: GroupMessage) -> [String] {
    var parts: [String] = []
    var who: String?
    for field in message.fields {
      switch (field.name, field.value) {
      case ("assignment_of", .text(let id)): who = letter(MemberId(id))
      case ("assignment", .partitions(let list)):
        if let who { parts.append(book.owns(who, names(list))) }
      default: break
      }
    }
    if parts.isEmpty { return [message.number("generation_id").map(book.generation) ?? ""] }
    return [parts.joined(separator: " · ")]
  }

  func response(_ message: GroupMessage) -> String {
    let api = message.api.description
    if message.error != .none {
      // Only a first JoinGroup is answered so; the id that comes with it is worth the room.
      if message.error == .memberIdRequired, let id = message.text("member_id") {
        return "\(message.error), \(book.id(Self.short(id)))"
      }
      return "\(api): \(message.error)"
    }
    switch message.api {
    case .findCoordinator:
      return book.coordinatorIs(BrokerId(Int32(clamping: message.number("node_id") ?? -1)))
    case .joinGroup:
      let members = message.count("member")
      let role = members > 0 ? book.leads(members: members) : leader(message.text("leader"))
      return "\(api): \(book.generation(message.number("generation_id") ?? -1)), \(role)"
    case .syncGroup:
      return "\(api): \(book.youOwn(names(message.partitions("assignment") ?? [])))"
    case .offsetFetch:
      let marks = message.offsets("committed_offset") ?? []
      if marks.allSatisfy({ $0.offset == .none }) {
        let reset = picture.facts?.settings.first { $0.key == "auto.offset.reset" }?.value
        return book.noOffsets(reset: reset)
      }
      return book.offsets(self.marks(marks))
    case .initProducerId, .endTxn:
      return "\(api): \(producer(message) ?? message.error.description)"
    case .metadata:
      return "\(api): \(book.brokers(message.count("broker"))), \(sizes(message))"
    case .listOffsets:
      return "\(api): \(marks(message.offsets("offset") ?? []))"
    default: return "\(api): \(message.error)"
    }
  }

  /// How many partitions each topic has.
  private func sizes(_ message: GroupMessage) -> String {
    var parts: [String] = []
    var topic = ""
    for field in message.fields {
      switch (field.name, field.value) {
      case ("topic", .text(let name)): topic = name
      case ("partition_count", .number(let count)):
        parts.append(book.partitions(of: topic, count))
      default: break
      }
    }
    return parts.isEmpty ? book.nothing : parts.joined(separator: ", ")
  }

  private func leader(_ id: String?) -> String { book.leader(letter(MemberId(id ?? ""))) }

  private func member(_ id: String?) -> String {
    guard let id, !id.isEmpty else { return book.noMemberId }
    return Self.short(id)
  }

  /// The letter of a member that has a row, else the id.
  private func letter(_ id: MemberId) -> String {
    picture.slot(of: id)?.letter ?? Self.short(id.text)
  }

  /// An id without most of its UUID: four characters tell members apart.
  private static func short(_ id: String) -> String {
    let uuid = id.suffix(36)
    let isUuid = uuid.count == 36 && uuid.split(separator: "-").map(\.count) == [8, 4, 4, 4, 12]
    return isUuid ? String(id.dropLast(32)) : id
  }

  private func name(_ partition: TopicPartition) -> String {
    picture.hasManyTopics ? partition.description : "\(partition.partition)"
  }

  private func names(_ list: [TopicPartition]) -> String {
    list.isEmpty ? book.nothing : list.map(name).joined(separator: ", ")
  }

  private func marks(_ list: [GroupMessage.PartitionMark]) -> String {
    list.isEmpty
      ? book.nothing : list.map { "\(name($0.partition)): \($0.offset)" }.joined(separator: ", ")
  }
}

/// Transactions.
extension TrafficLine {
  /// What tells one request from the next; the rest is among the fields.
  fileprivate func transactional(_ message: GroupMessage) -> [String] {
    let id = message.text("transactional_id") ?? ""
    switch message.api {
    case .addPartitionsToTxn: return [byTopic(message.partitions("partitions") ?? [])]
    case .addOffsetsToTxn: return [message.text("group_id") ?? "", id]
    case .endTxn: return [message.text("committed") == "true" ? "COMMIT" : "ABORT", id]
    case .txnOffsetCommit:
      // What the group fences zombies by comes first.
      return [message.number("generation_id").map(book.generation) ?? ""]
        + [marks(message.offsets("committed_offset") ?? [])]
    default: return [id]
    }
  }

  private func byTopic(_ list: [TopicPartition]) -> String {
    var parts: [String] = []
    var topic: TopicName?
    for partition in list {
      parts.append(
        partition.topic == topic
          ? "\(partition.partition)" : "\(partition.topic) \(partition.partition)")
      topic = partition.topic
    }
    return parts.joined(separator: ", ")
  }

  /// Nil without an id.
  fileprivate func producer(_ message: GroupMessage) -> String? {
    message.number("producer_id").map {
      book.producer($0, epoch: message.number("producer_epoch") ?? -1)
    }
  }
}

extension TrafficLine {
  func record(_ record: WrittenRecord) -> [String] {
    switch record {
    case .offset(let group, let partition, let offset):
      return ["\(group) \(partition)  \(offset.map(book.nextOffset) ?? book.tombstone)"]
    case .pending(let group, let partition, let offset, let producer):
      return ["\(group) \(partition)  \(book.pendingOffset(offset, of: producer))"]
    case .marker(let producer, let isCommit):
      return ["\(isCommit ? "COMMIT" : "ABORT")  \(book.controlRecord(of: producer))"]
    case .group(let group, nil): return ["\(book.group(group))  \(book.tombstone)"]
    case .group(let group, let value?):
      var parts = [book.generation(Int64(value.generation.value))]
      if let name = value.protocolName { parts.append(name) }
      if let id = value.leader { parts.append(book.leader(letter(id))) }
      if value.members.isEmpty { parts.append(book.noMembers) }
      return ["\(book.group(group))  \(parts.joined(separator: ", "))"]
        + value.members.map { member in
          let partitions =
            member.partitions.isEmpty
            ? book.nothing : member.partitions.map(\.description).joined(separator: " ")
          return "  \(letter(member.memberId))  \(Self.short(member.memberId.text))  \(partitions)"
        }
    }
  }
}
