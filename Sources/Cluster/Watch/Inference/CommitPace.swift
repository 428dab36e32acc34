/// Whether a member keeps up: how much waits for it each time it has committed.
///
/// Between two commits lag always grows, so only the moments after a commit are compared.
struct CommitPace {
  private struct Point {
    var atMs: Int64
    var lag: Int64
    /// The sum of its committed offsets.
    var sum: Int64
  }

  private var points: [Point] = []
  private(set) var isSlow = false

  /// Between two points, so that a commit each second is no trend yet.
  private static let apartMs: Int64 = 2_500
  private static let count = 3
  /// A handful of records is no trend either.
  private static let leastRise: Int64 = 10

  /// The member has committed: `lag` records wait for it now.
  mutating func committed(lag: Int64, sum: Int64, atMs: Int64) {
    if let last = points.last, atMs - last.atMs < Self.apartMs { return }
    points.append(Point(atMs: atMs, lag: lag, sum: sum))
    if points.count > Self.count { points.removeFirst() }
    guard points.count == Self.count, let first = points.first, let last = points.last else {
      return
    }
    let rises = zip(points, points.dropFirst()).allSatisfy { $0.lag < $1.lag }
    let falls = points[Self.count - 2].lag > last.lag
    if rises, last.lag - first.lag >= Self.leastRise {
      isSlow = true
    } else if falls {
      isSlow = false
    }
  }

  /// Records a second that it works off, by its commits.
  var perSecond: Int64? {
    guard let first = points.first, let last = points.last, last.atMs > first.atMs else {
      return nil
    }
    return max(0, last.sum &- first.sum) * 1_000 / (last.atMs - first.atMs)
  }

  /// It has other partitions now.
  mutating func forget() { self = CommitPace() }
}
