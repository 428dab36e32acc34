import Feed

extension Scene {
  var notRead: [Int] {
    picture.partitions.indices.filter { picture.partitions[$0].notReadSinceMs != nil }
  }

  var hasUnknown: Bool { picture.partitions.contains { $0.status == .unknown } }

  /// The lag of all partitions; nil where none is known.
  var lag: Int64? {
    var sum: Int64?
    for partition in picture.partitions {
      if let lag = partition.lag(atMs: nowMs) { sum = (sum ?? 0) + lag }
    }
    return sum
  }

  /// What stands still now, or that nothing does.
  func cost() -> [CostRemark] {
    if picture.partitions.isEmpty { return [.unknown] }
    let places = notRead
    let isRunning = picture.rebalance.map { !$0.isOver } ?? false
    if places.isEmpty {
      if isRunning { return [.allReadSoFar(partitionMs: accountMs)] }
      return hasUnknown ? [.unknown] : [.nothing(lag: lag)]
    }
    let sum = isRunning ? accountMs : places.reduce(0) { $0 + (picture.notReadMs($1) ?? 0) }
    if places.count == 1 {
      let partition = picture.partitions[places[0]]
      return [
        .oneNotRead(
          name(partition.partition), ms: picture.notReadMs(places[0]) ?? 0,
          lag: partition.lag(atMs: nowMs))
      ]
    }
    return [
      .manyNotRead(places.count, of: picture.partitions.count), .soFar(partitionMs: sum),
    ]
  }

  var accountMs: Int64 {
    picture.partitions.indices.reduce(0) { $0 + picture.accountNotReadMs($1) }
  }

  /// The sums of a rebalance that is over.
  func verdictCost(_ account: RebalanceAccount) -> [CostRemark] {
    var remarks: [CostRemark] = [
      .verdict(
        kept: account.count(.kept), moved: account.count(.moved),
        needless: account.count(.needless), partitionMs: accountMs)
    ]
    let twice = account.readTwice.indices.filter { account.readTwice[$0] > 0 }
    if twice.count == 1, picture.partitions.indices.contains(twice[0]) {
      remarks.append(
        .readTwice(
          records: account.readTwice[twice[0]],
          name(picture.partitions[twice[0]].partition)))
    } else if twice.count > 1 {
      remarks.append(
        .readTwiceInMany(
          records: twice.reduce(0) { $0 + account.readTwice[$1] }, partitions: twice.count))
    }
    return remarks
  }
}
