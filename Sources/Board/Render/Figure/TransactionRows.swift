import Feed
import KafkaModel

/// Which transactional ids have a row, and in which order.
struct TransactionRows: Hashable {
  /// A transactional id, or a producer that has none yet.
  struct Row: Hashable {
    var id: TransactionalId
    var transaction: TransactionPicture?
    var producer: ProducerPicture?
  }

  let rows: [Row]
  let hasTally: Bool

  /// More are counted.
  static let most = 4

  init(_ picture: GroupPicture) {
    let transactions = picture.transactions
    var ids = transactions.producers.compactMap(\.identity.transactionalId)
    ids += transactions.transactions.map(\.id)
    var seen: [TransactionalId] = []
    // A screen has no room for more, and a foreign recording may have any number.
    for id in ids where seen.count < 64 && !seen.contains(id) { seen.append(id) }
    rows = seen.map {
      Row(id: $0, transaction: transactions[$0], producer: transactions.producer(of: $0))
    }
    hasTally = transactions.output != nil && transactions.tally != nil
  }

  /// Rows of the screen that they would like, and the least that makes sense.
  var wanted: Int { min(Self.most, rows.count) + (hasTally ? 1 : 0) }
  var least: Int { min(1, rows.count) + (hasTally ? 1 : 0) }

  /// As many as fit, those with most to say, in their order; and how many are left out.
  func shown(_ fitting: Int) -> (rows: [Row], more: Int) {
    guard rows.count > fitting else { return (rows, 0) }
    let ranked = rows.indices.sorted { a, b in
      let (left, right) = (rows[a].urgency, rows[b].urgency)
      return left == right ? a < b : left > right
    }
    let kept = ranked.prefix(max(0, fitting)).sorted()
    return (kept.map { rows[$0] }, rows.count - kept.count)
  }
}

extension TransactionRows.Row {
  fileprivate var urgency: Int {
    if producer?.word != nil, transaction?.isOpen ?? false { return 4 }
    if producer?.word != nil { return 3 }
    guard let transaction else { return 0 }
    return transaction.isDecided ? 2 : transaction.isOpen ? 1 : 0
  }
}
