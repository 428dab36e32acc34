import Feed
import KafkaModel

/// What a snapshot of a group that is looked at from outside has besides: which group it is, and
/// the rebalance that runs or ran last, as far as it was noticed.
enum SnapshotWatch {
  static func members(_ picture: GroupPicture, _ source: Capabilities.Kind) -> [JsonValue.Member] {
    guard source == .watch else { return [] }
    let facts = picture.facts
    return [
      .init("group", .optional(facts?.groupId.text)),
      .init("assignor", .optional(facts?.assignors.first)),
      .init("coordinator", SnapshotRow.number(facts?.coordinator?.value)),
      .init("protocolType", .optional(facts?.text(GroupFacts.protocolTypeKey) ?? "consumer")),
      .init("fresh", .bool(!picture.isBlind && picture.freshMs != nil)),
      .init("rebalance", picture.rebalance.map { rebalance($0, picture) } ?? .null),
    ]
  }

  private static func rebalance(
    _ account: RebalanceAccount, _ picture: GroupPicture
  ) -> JsonValue {
    let notReadMs = picture.partitions.indices.reduce(Int64(0)) {
      $0 + picture.accountNotReadMs($1)
    }
    return .object([
      .init("causes", .array(account.causes.map { cause($0.cause, picture) })),
      .init("startedMs", .integer(account.startedMs)),
      .init("endedMs", SnapshotRow.number(account.endedMs)),
      .init("durationMs", SnapshotRow.number(durationMs(account))),
      .init("rounds", SnapshotRow.number(account.rounds)),
      .init("kept", SnapshotRow.number(account.count(.kept))),
      .init("moved", SnapshotRow.number(account.movedCount)),
      .init("notReadMs", SnapshotRow.number(account.isOver && notReadMs == 0 ? nil : notReadMs)),
    ])
  }

  /// Nil while it runs, and where it began and ended between two answers.
  private static func durationMs(_ account: RebalanceAccount) -> Int64? {
    account.endedMs.map { $0 - account.startedMs }.flatMap { $0 == 0 ? nil : $0 }
  }

  private static func cause(_ cause: RebalanceCause, _ picture: GroupPicture) -> JsonValue {
    let (name, id) = words(cause)
    let slot = id.flatMap { picture.slot(of: $0) }
    // Where nothing waited for it, its silence told nothing.
    let isOpen = name == "memberLeft" && (slot.map { picture[$0].lastWorkMs == nil } ?? true)
    return .object([
      .init("cause", .string(isOpen ? "memberGone" : name)),
      .init("member", .optional(slot.map { picture[$0].identity.name })),
    ])
  }

  private static func words(_ cause: RebalanceCause) -> (String, MemberId?) {
    switch cause {
    case .groupWasEmpty(let id): ("groupWasEmpty", id)
    case .newMember(let id): ("newMember", id)
    case .memberRejoined(let id): ("memberRejoined", id)
    // From outside the leader is not known; that it looked at the partition counts is.
    case .leaderRejoined(let id): (id.isEmpty ? "partitionsAdded" : "leaderRejoined", id)
    case .memberLeft(let id): ("memberLeft", id)
    case .sessionTimedOut(let id): ("sessionTimedOut", id)
    case .newMemberTimedOut(let id): ("newMemberTimedOut", id)
    case .pendingExpired: ("pendingExpired", nil)
    case .didNotSync: ("didNotSync", nil)
    case .staticReplaced(let id): ("staticReplaced", id)
    case .writeFailed: ("writeFailed", nil)
    case .groupTooLarge: ("groupTooLarge", nil)
    }
  }
}
