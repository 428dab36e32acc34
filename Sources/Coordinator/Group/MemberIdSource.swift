import KafkaModel

/// Makes member ids (`ClassicGroup.generateMemberId`).
struct MemberIdSource: Sendable {
  var generator: SeededGenerator
  /// Ids to hand out first, in this order: when a capture of a real broker is replayed, its ids
  /// are known, and Java's order depends on them.
  var foretold: [MemberId] = []

  init(generator: SeededGenerator) { self.generator = generator }

  /// `<group.instance.id>-<UUID>` for a static member, `<client.id>-<UUID>` for the others.
  mutating func make(clientId: ClientId, instanceId: InstanceId?) -> MemberId {
    if !foretold.isEmpty { return foretold.removeFirst() }
    return MemberId("\(instanceId?.text ?? clientId.text)-\(generator.uuid())")
  }
}
