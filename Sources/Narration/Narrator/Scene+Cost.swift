import Feed
import KafkaModel

extension Scene {
  var notRead: [Int] {
    picture.partitions.indices.filter { picture.partitions[$0].notReadSinceMs != nil }
  }

  var hasUnknown: Bool { picture.partitions.contains { $0.status == .unknown } }

  /// The lag of all partitions; nil where none is known.
  var lag: Int64? { lags.known }

  /// The lag of all partitions whose lag is known, and how many others there are.
  var lags: (known: Int64?, unknown: Int) {
    var sum: Int64?
    var unknown = 0
    for place in picture.partitions.indices {
      if let lag = picture.partitions[place].lag(atMs: nowMs) {
        sum = (sum ?? 0) + lag
      } else {
        unknown += 1
      }
    }
    return (sum, unknown)
  }

  /// What stands still now, or that nothing does.
  func cost() -> [CostRemark] {
    if picture.partitions.isEmpty { return [.unknown] }
    let places = notRead
    let isRunning = picture.rebalance != nil && !picture.isRebalanceSettled
    if places.isEmpty {
      if isRunning { return [.allReadSoFar(partitionMs: accountMs)] }
      let outside = picture.partitions.count(where: \.isReadOutside)
      if outside > 0 { return [.readOutside(outside, of: picture.partitions.count)] }
      // What the rows say of the last rebalance stands until the next one.
      if let account = verdict { return verdictCost(account) }
      return hasUnknown ? [.unknown] : [.nothing(lag: lag)]
    }
    let open = places.reduce(0) { $0 + TimeText.inTenths(ms: picture.notReadMs($1) ?? 0) }
    let sum = isRunning ? accountMs : open
    if places.count == 1 {
      let partition = picture.partitions[places[0]]
      let ms = picture.notReadMs(places[0]) ?? 0
      // What else has stood still since the rebalance began counts on.
      let hasMore = sum > open
      return [
        .oneNotRead(
          name(partition.partition), ms: ms, lag: hasMore ? nil : partition.lag(atMs: nowMs))
      ] + (hasMore ? [.inRebalance(partitionMs: sum)] : [])
    }
    // A sum of nothing says nothing: they have stopped this moment.
    return [
      .manyNotRead(places.count, of: picture.partitions.count)
    ] + (sum == 0 ? [] : isRunning ? [.inRebalance(partitionMs: sum)] : [.soFar(partitionMs: sum)])
  }

  /// The sum of what the rows print, so that the column adds up.
  var accountMs: Int64 { RebalanceCost.accountMs(picture) }

  /// The sums of a rebalance that is over.
  func verdictCost(_ account: RebalanceAccount) -> [CostRemark] {
    let sinceStartMs = sinceStart(of: accountMs)
    let twice = account.readTwice.enumerated().compactMap { place, records in
      picture.partitions.indices.contains(place)
        ? (picture.partitions[place].partition, records) : nil
    }
    let duplicates = picture.transactions.tally?.duplicates ?? 0
    let again = duplicates > 0 ? [.writtenTwice(records: duplicates)] : readTwice(twice)
    let healthyMs =
      account.regrouping == nil && sinceStartMs == nil
      ? RebalanceCost(picture)?.healthyMs ?? 0 : nil
    let isApart = duplicates == 0 && !again.isEmpty
    var remarks: [CostRemark] = [
      .verdict(
        kept: account.count(.kept), moved: account.movedCount,
        needless: account.count(.needless), rounds: account.rounds, partitionMs: accountMs,
        healthyMs: isApart ? nil : healthyMs)
    ]
    if isApart, let healthyMs, accountMs > 0 {
      remarks.append(.ofHealthy(ms: healthyMs, partitionMs: accountMs))
    }
    if let sinceStartMs { remarks.append(.inAll(partitionMs: sinceStartMs)) }
    return remarks + again
  }

  /// Records that are read again because they were not committed, by partition.
  func readTwice(_ list: [(partition: TopicPartition, records: Int64)]) -> [CostRemark] {
    let twice = list.filter { $0.records > 0 }
    guard let first = twice.first else { return [] }
    if twice.count == 1 { return [.readTwice(records: first.records, name(first.partition))] }
    let sum = twice.reduce(0) { $0 &+ $1.records }
    return [.readTwiceInMany(records: sum, partitions: twice.count)]
  }

  /// What all rebalances since the start have cost, where the last one's part is not all of it.
  private func sinceStart(of lastMs: Int64) -> Int64? {
    guard timeline.rebalances.count(where: { $0.startedMs <= nowMs }) > 1 else { return nil }
    let ms = timeline.notReadMs(untilMs: nowMs)
    return ms > lastMs + 500 ? ms : nil
  }
}
