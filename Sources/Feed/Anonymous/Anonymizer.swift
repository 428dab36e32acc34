import KafkaModel

/// Puts `member-1`, `topic-1`, `group-1`, `host-1` in the place of names, the same for the same
/// name throughout: `--anonymize`.
///
/// Sources give their events to it before anything else sees them, so that pictures, panes, lines,
/// recordings and exports cannot show what they never had. Commands go the other way. Kafka's own
/// words (settings, assignors, states, errors) stay; other people's free text is left out.
public struct Anonymizer: Sendable {
  /// Names and client ids: who has the same as both keeps that.
  var members = AliasTable("member", most: limit)
  /// Instance ids, where they are not names too.
  var instances = AliasTable("instance", most: limit)
  var memberIds = AliasTable("id", most: limit)
  var topics = AliasTable("topic", most: limit)
  var groups = AliasTable("group", most: limit)
  var hosts = AliasTable("host", most: limit)
  var assignors = AliasTable("assignor", most: limit)
  var producers = AliasTable("producer", most: limit)
  var transactionalIds = AliasTable("transaction", most: limit)

  /// Of each kind: more than a recording may have members.
  static let limit = 20_000

  public init() {}

  /// The same event with other names.
  public mutating func rewrite(_ timed: TimedEvent) -> TimedEvent {
    TimedEvent(timed.timeMs, rewrite(timed.event), timed.provenance)
  }

  public mutating func rewrite(_ events: inout [TimedEvent]) {
    for index in events.indices { events[index] = rewrite(events[index]) }
  }

  mutating func rewrite(_ topic: TopicName) -> TopicName { TopicName(topics.alias(of: topic.text)) }

  mutating func rewrite(_ group: GroupId) -> GroupId { GroupId(groups.alias(of: group.text)) }

  mutating func rewrite(_ list: [TopicPartition]) -> [TopicPartition] {
    list.map { rewrite($0) }
  }

  mutating func rewrite(_ partition: TopicPartition) -> TopicPartition {
    TopicPartition(rewrite(partition.topic), partition.partition)
  }

  /// What stands for a group of which no event tells.
  public mutating func alias(of group: GroupId) -> GroupId { rewrite(group) }

  /// The other way round, for who asks the cluster.
  public func original(of partition: TopicPartition) -> TopicPartition {
    let name = topics.original(of: partition.topic.text)
    return TopicPartition(name.map { TopicName($0) } ?? partition.topic, partition.partition)
  }

  mutating func rewrite(_ identity: MemberIdentity) -> MemberIdentity {
    MemberIdentity(
      name: members.alias(of: identity.name),
      clientId: ClientId(members.alias(of: identity.clientId.text)),
      host: hosts.alias(of: identity.host),
      instanceId: identity.instanceId.map { InstanceId(rewrite(instance: $0.text)) },
      isOurs: identity.isOurs)
  }

  mutating func rewrite(instance id: String) -> String {
    members.alias(knownFor: id) ?? instances.alias(of: id)
  }

  /// A member id begins with a client or instance id, and so does what stands for it.
  mutating func rewrite(_ id: MemberId) -> MemberId {
    if let known = memberIds.alias(knownFor: id.text) { return MemberId(known) }
    // Before the first real one, a member's name.
    if let name = members.alias(knownFor: id.text) { return MemberId(name) }
    guard !id.isEmpty, !memberIds.isFull, let owner = owner(of: id.text) else {
      return MemberId(memberIds.alias(of: id.text))
    }
    return MemberId(
      memberIds.remember(id.text, as: "\(owner)-id\(memberIds.names.count + 1)"))
  }

  /// The alias of the known name before the UUID.
  private func owner(of id: String) -> String? {
    let uuidLength = 37
    guard id.utf8.count > uuidLength else { return nil }
    let name = String(id.dropLast(uuidLength))
    return members.alias(knownFor: name) ?? instances.alias(knownFor: name)
  }

  /// Kafka's own assignors stay; somebody's class has a name.
  mutating func rewrite(assignor name: String) -> String {
    let isKafkas = Assignors.named(name) != nil || Self.otherAssignors.contains(name)
    return isKafkas ? name : assignors.alias(of: name)
  }

  /// Those of KIP-848's brokers.
  private static let otherAssignors = ["uniform"]
}
