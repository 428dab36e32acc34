import Feed
import KafkaModel

/// Producers and transactions in a snapshot, only where there are any.
enum SnapshotTransactions {
  static func members(_ picture: GroupPicture) -> [JsonValue.Member] {
    let transactions = picture.transactions
    if transactions.isEmpty { return [] }
    let rows = transactions.transactions.map { row($0, picture) }
    return [
      .init("transactions", .array(rows)),
      .init("delivered", transactions.tally.map(delivered) ?? .null),
    ]
  }

  /// The last stable offset; null where it is the high watermark.
  static func stableOffset(_ place: Int, of picture: GroupPicture) -> [JsonValue.Member] {
    if picture.transactions.isEmpty { return [] }
    return [.init("stableOffset", SnapshotRow.number(picture.stableOffset(place)?.value))]
  }

  private static func row(
    _ transaction: TransactionPicture, _ picture: GroupPicture
  ) -> JsonValue {
    let all = picture.transactions
    let member = all.producer(of: transaction.id)?.identity.member
    return .object([
      .init("transactionalId", .string(transaction.id.text)),
      .init("member", .optional(member.map { picture[$0].identity.name })),
      .init("state", .string(transaction.state.description)),
      .init("producerId", .integer(transaction.producer.id)),
      .init("epoch", .integer(Int64(transaction.producer.epoch))),
      .init(
        "open",
        .array(
          all.open(of: transaction).map {
            .array([
              .string($0.partition.topic.text), .integer(Int64($0.partition.partition)),
              .integer($0.from.value),
            ])
          })),
      .init("dueMs", SnapshotRow.number(transaction.dueMs)),
    ])
  }

  private static func delivered(_ tally: DeliveryTally) -> JsonValue {
    .object([
      .init("done", .integer(tally.done)),
      .init("committed", .integer(tally.committed)),
      .init("duplicates", .integer(tally.duplicates)),
      .init("lost", .integer(tally.lost)),
      .init("aborted", .integer(tally.aborted)),
      .init("open", .integer(tally.open)),
    ])
  }
}
