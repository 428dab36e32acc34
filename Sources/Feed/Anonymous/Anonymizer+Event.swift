import KafkaModel

extension Anonymizer {
  mutating func rewrite(_ event: FeedEvent) -> FeedEvent {
    switch event {
    case .group(let facts): .group(rewrite(facts))
    case .topic(let topic, let count): .topic(rewrite(topic), partitions: count)
    case .partitionsAdded(let topic, let count):
      .partitionsAdded(rewrite(topic), partitions: count)
    case .memberSeen(let slot, let identity): .memberSeen(slot, rewrite(identity))
    case .memberId(let slot, let id): .memberId(slot, rewrite(id))
    case .memberAdded(let slot, let id): .memberAdded(slot, rewrite(id))
    case .memberRemoved(let slot, let id, let reason): .memberRemoved(slot, rewrite(id), reason)
    case .subscribed(let slot, let topics): .subscribed(slot, topics.map { rewrite($0) })
    case .assigned(let slot, let list, let generation): .assigned(slot, rewrite(list), generation)
    case .revoked(let slot, let list): .revoked(slot, rewrite(list))
    case .lost(let slot, let list): .lost(slot, rewrite(list))
    case .readingStarted(let slot, let partition, let offset):
      .readingStarted(slot, rewrite(partition), offset)
    case .readingStopped(let slot, let partition): .readingStopped(slot, rewrite(partition))
    case .position(let slot, let partition, let offset):
      .position(slot, rewrite(partition), offset)
    case .committed(let partition, let offset): .committed(rewrite(partition), offset)
    case .logEnd(let partition, let end): .logEnd(rewrite(partition), end)
    case .produced(let topic, let records): .produced(rewrite(topic), records: records)
    case .plan(let generation, let shares): .plan(generation, shares.map { rewrite($0) })
    case .regrouping(.assignors(let names)):
      .regrouping(.assignors(names.map { rewrite(assignor: $0) }))
    case .groupState(let state, let generation, let cause):
      .groupState(state, generation, cause.map { rewrite($0) })
    case .message(let slot, let message): .message(slot, rewrite(message))
    case .turnedAway(_, let why): .turnedAway(host: "", why)
    case .terms(let slot, let terms): .terms(slot, rewrite(terms))
    case .written(let offset, let records): .written(offset, records.map { rewrite($0) })
    case .transaction(let event): .transaction(rewrite(event))
    // What a broker or a system says may name anything.
    case .health(.trouble(let trouble, _)): .health(.trouble(trouble, detail: ""))
    case .process(let slot, .strategy(let names)):
      .process(slot, .strategy(names.map { rewrite(assignor: $0) }))
    case .process, .requestSent, .responseReceived, .doing, .pollMissed, .failed, .leader, .joined,
      .heartbeat, .deadline, .regrouping(.membership), .coordinatorMoved, .hold, .held,
      .health, .brokerAnswered, .brokerSilent, .reporting, .beat:
      event
    }
  }

  private mutating func rewrite(_ terms: MemberTerms) -> MemberTerms {
    var terms = terms
    terms.assignors = terms.assignors.map { rewrite(assignor: $0) }
    terms.software = ""
    return terms
  }

  private mutating func rewrite(_ facts: GroupFacts) -> GroupFacts {
    GroupFacts(
      groupId: rewrite(facts.groupId), assignors: facts.assignors.map { rewrite(assignor: $0) },
      coordinator: facts.coordinator, settings: facts.settings.compactMap { rewrite($0) })
  }

  /// Nil where the value may be a name.
  private mutating func rewrite(_ setting: Setting) -> Setting? {
    guard Self.isKafkas(key: setting.key) else { return nil }
    if setting.key == Self.assignorKey {
      let names = setting.value.split(separator: ",").map { rewrite(assignor: String($0)) }
      return Setting(setting.key, names.joined(separator: ","), setting.place)
    }
    let isPlain =
      Self.plainValues.contains(setting.value)
      || setting.value.utf8.allSatisfy { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 || $0 == 0x2D }
    return isPlain ? setting : nil
  }

  private static let assignorKey = "partition.assignment.strategy"

  /// Small letters with dots, or with blanks as the simulation's own: a name that somebody wrote
  /// into a recording as a key has a value all the same, and is then no known one.
  private static func isKafkas(key: String) -> Bool {
    key.utf8.allSatisfy { UInt8(ascii: "a")...UInt8(ascii: "z") ~= $0 || $0 == 0x2E || $0 == 0x20 }
  }

  private static let plainValues = [
    "true", "false", "earliest", "latest", "none", "read_committed", "read_uncommitted",
  ]

  private mutating func rewrite(_ cause: RebalanceCause) -> RebalanceCause {
    switch cause {
    case .groupWasEmpty(let id): .groupWasEmpty(rewrite(id))
    case .newMember(let id): .newMember(rewrite(id))
    case .memberRejoined(let id): .memberRejoined(rewrite(id))
    case .leaderRejoined(let id): .leaderRejoined(rewrite(id))
    case .memberLeft(let id): .memberLeft(rewrite(id))
    case .sessionTimedOut(let id): .sessionTimedOut(rewrite(id))
    case .newMemberTimedOut(let id): .newMemberTimedOut(rewrite(id))
    case .pendingExpired(let id): .pendingExpired(rewrite(id))
    case .staticReplaced(let id): .staticReplaced(rewrite(id))
    case .didNotSync(let ids): .didNotSync(ids.map { rewrite($0) })
    case .writeFailed, .groupTooLarge: cause
    }
  }

  private mutating func rewrite(_ share: PlannedShare) -> PlannedShare {
    PlannedShare(
      slot: share.slot, memberId: rewrite(share.memberId), partitions: rewrite(share.partitions))
  }

  private mutating func rewrite(_ record: WrittenRecord) -> WrittenRecord {
    switch record {
    case .offset(let group, let partition, let offset):
      return .offset(rewrite(group), rewrite(partition), offset)
    case .pending(let group, let partition, let offset, let producer):
      return .pending(rewrite(group), rewrite(partition), offset, producer)
    case .marker: return record
    case .group(let group, let value):
      guard var value else { return .group(rewrite(group), nil) }
      value.protocolName = value.protocolName.map { rewrite(assignor: $0) }
      value.leader = value.leader.map { rewrite($0) }
      value.members = value.members.map {
        .init(memberId: rewrite($0.memberId), partitions: rewrite($0.partitions))
      }
      return .group(rewrite(group), value)
    }
  }
}
