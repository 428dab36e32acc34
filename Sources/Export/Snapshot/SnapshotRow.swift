import Feed
import KafkaModel

/// One member or partition of a snapshot.
enum SnapshotRow {
  static func member(_ member: MemberPicture) -> JsonValue {
    .object([
      .init("name", .string(member.identity.name)),
      .init("memberId", .optional(member.memberId?.text)),
      .init("instanceId", .optional(member.identity.instanceId?.text)),
      .init("alive", isAlive(member.process)),
      .init("doing", .string(member.word.rawValue)),
      .init(
        "owns",
        .array(
          member.owned.map {
            .array([.string($0.topic.text), .integer(Int64($0.partition))])
          })),
    ])
  }

  private static func isAlive(_ process: MemberPicture.Process) -> JsonValue {
    switch process {
    case .running, .closing: .bool(true)
    case .dead, .ended: .bool(false)
    case .unknown: .null
    }
  }

  static func partition(_ place: Int, of picture: GroupPicture) -> JsonValue {
    let partition = picture.partitions[place]
    let reader = partition.status.isRead ? partition.reader : nil
    let members: [JsonValue.Member] = [
      .init("topic", .string(partition.partition.topic.text)),
      .init("partition", .integer(Int64(partition.partition.partition))),
      .init("assigned", assigned(partition.planned, picture)),
      .init("reader", .optional(reader.map { picture[$0].identity.name })),
      .init("state", .string(partition.status.rawValue)),
      .init("position", number(partition.position?.value)),
      .init("committed", number(known(partition.committed))),
      .init("logEnd", number(partition.logEnd(atMs: picture.timeMs)?.value)),
      .init("lag", number(partition.lag(atMs: picture.timeMs))),
      .init("notReadMs", number(partition.status.isRead ? 0 : picture.notReadMs(place))),
    ]
    return .object(members + SnapshotTransactions.stableOffset(place, of: picture))
  }

  /// What the last rebalance did and cost; null until it is over and all is read again.
  static func verdict(_ picture: GroupPicture) -> JsonValue {
    guard picture.isRebalanceSettled, let account = picture.rebalance else { return .null }
    func sum(_ places: [Int]) -> Int64 {
      places.reduce(0) { $0 + picture.accountNotReadMs($1) }
    }
    let places = Array(picture.partitions.indices)
    return .object([
      .init("kept", number(account.count(.kept))),
      .init("moved", number(account.movedCount)),
      .init("needless", number(account.count(.needless))),
      .init("rounds", number(account.rounds)),
      .init("notReadMs", .integer(sum(places))),
      .init("healthyNotReadMs", .integer(sum(places.filter(account.isOfHealthy)))),
    ])
  }

  static func number(_ number: (some BinaryInteger)?) -> JsonValue {
    number.map { .number($0) } ?? .null
  }

  private static func assigned(_ owner: PlannedOwner, _ picture: GroupPicture) -> JsonValue {
    switch owner {
    case .slot(let slot): .string(picture[slot].identity.name)
    case .anotherMember: .string("another member")
    case .nobody, .unknown: .null
    }
  }

  /// OffsetFetch answers -1 where nothing was committed.
  private static func known(_ offset: Offset?) -> Int64? {
    offset.flatMap { $0.value < 0 ? nil : $0.value }
  }
}
