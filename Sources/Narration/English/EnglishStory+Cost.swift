extension EnglishStory {
  func cost(_ remark: CostRemark) -> Phrase {
    switch remark {
    case .nothing(let lag):
      """
      nothing: every partition is read\
      \(lag.map { ", lag \(NumberWords.grouped($0)) in all" } ?? "")
      """
    case .unknown: "not known yet"
    case .oneNotRead(let name, let ms, let lag):
      """
      \(notRead: "\(terms.partition(name)) not read \(howLong(ms))")\
      \(lag.map { ", \(terms.records($0)) behind" } ?? "")
      """
    case .manyNotRead(let count, let all): "\(notRead: "\(count) of \(all) partitions not read")"
    case .soFar(let ms): "\(TimeText.groupedTenths(ms: ms)) partition-seconds so far"
    case .inRebalance(let ms):
      "\(TimeText.groupedTenths(ms: ms)) partition-seconds this rebalance"
    case .allReadSoFar(let ms):
      ms == 0
        ? "no partition has stopped so far"
        : "all are read   \(TimeText.groupedTenths(ms: ms)) partition-seconds this rebalance"
    case .verdict(let kept, let moved, let needless, let rounds, let ms, let healthyMs):
      """
      \(strong: "kept \(kept) · moved \(moved) · needlessly \(needless)\(self.rounds(rounds))")   \
      \(TimeText.groupedTenths(ms: ms)) partition-seconds not read\(ofHealthy(healthyMs, ms))
      """
    case .inAll(let ms):
      "\(TimeText.groupedTenths(ms: ms)) since start"
    case .stopWithoutRebalance(let names, let ms):
      """
      \(terms.partitions(names)) not read for \(TimeText.groupedTenths(ms: ms)) \
      \(names.count == 1 ? "s" : "partition-seconds"), no rebalance
      """
    case .ofHealthy(let healthyMs, let ms): "of healthy: \(part(healthyMs, of: ms))"
    case .readTwice(let records, let name):
      "read twice, uncommitted: \(terms.records(records)) of \(terms.partition(name))"
    case .writtenTwice(let records):
      """
      \(terms.records(records)) read twice, and \(strong: "written twice"): duplicates in the \
      output
      """
    case .readTwiceInMany(let records, let partitions):
      "read twice, uncommitted: \(terms.records(records)), \(partitions) partitions"
    case .lagGrows(let lag, let perSecond):
      """
      all are read, but the lag\(lag.map { " (\(NumberWords.grouped($0)))" } ?? "") grows by \
      \(NumberWords.grouped(perSecond)) a second
      """
    case .readOutside(let count, let all):
      """
      \(count) of \(all) partitions \(count == 1 ? "is" : "are") read outside the group: \
      records will be read twice
      """
    case .heldBack(let records, let partitions):
      """
      \(terms.records(records)) of \(partitions) \(partitions == 1 ? "partition" : "partitions") \
      held back from read_committed readers
      """
    case .watch(let remark): EnglishWatch().cost(remark)
    case .stale(let ms): "\(strong: "what is shown is \(terms.seconds(ms)) old")"
    }
  }

  private func rounds(_ count: Int) -> String { count > 1 ? " · rounds \(count)" : "" }

  private func ofHealthy(_ healthyMs: Int64?, _ ms: Int64) -> String {
    guard let healthyMs, ms > 0 else { return "" }
    return ", \(part(healthyMs, of: ms)) of healthy members"
  }

  private func part(_ healthyMs: Int64, of ms: Int64) -> String {
    healthyMs == 0 ? "none" : healthyMs == ms ? "all" : TimeText.groupedTenths(ms: healthyMs)
  }

  private func howLong(_ ms: Int64) -> String {
    TimeText.isNothing(ms: ms) ? "from now on" : "for \(terms.seconds(ms))"
  }
}
